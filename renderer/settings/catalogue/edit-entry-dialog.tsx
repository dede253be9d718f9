import { Divider, Modal } from '@mantine/core'
import { useState } from 'react'
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

interface FormsProps {
  readonly of: CataloguePart
  readonly entry: CatalogueEntry
  readonly onClose: () => void
}

/** The two forms one below the other: a rate that was written and not set holds Save back, which would lose it. */
function Forms({ entry, of, onClose }: FormsProps) {
  const [unset, setUnset] = useState(false)
  return (
    <>
      <RatesPart entry={entry} of={of} onWritten={setUnset} />
      <Divider my="lg" />
      <EntryForm entry={entry} of={of} rateUnset={unset} onClose={onClose} />
    </>
  )
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
        <Modal.Body p={24}>{shown && <Forms key={shown.code} entry={shown} of={of} onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
