import { Divider, Modal } from '@mantine/core'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import { say } from '../../../shared/words/say.ts'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFading } from '../../ui/fading.ts'
import type { CataloguePart } from './catalogue-part.ts'
import { EntryForm } from './entry-form.tsx'
import { RatesPart } from './rates-part.tsx'

interface EditEntryDialogProps {
  readonly of: CataloguePart
  /** null when closed */
  readonly entry: CatalogueEntry | null
  readonly onClose: () => void
}

/** The dialog of an hour type or item: its name, and its rates in time. */
export function EditEntryDialog({ of, entry, onClose }: EditEntryDialogProps) {
  const { shown, gone } = useFading(entry)
  const title = say('settings.edit_name', { name: shown?.name ?? '' })
  return (
    <Modal.Root
      opened={entry !== null}
      onClose={onClose}
      onExitTransitionEnd={gone}
      size={640}
      padding={0}
      yOffset={32}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{title}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('settings.close_title', { title })} />
        </DialogHead>
        <Modal.Body p={24}>
          {shown && (
            <>
              <RatesPart entry={shown} of={of} />
              <Divider my="lg" />
              <EntryForm key={shown.code} entry={shown} of={of} onClose={onClose} />
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
