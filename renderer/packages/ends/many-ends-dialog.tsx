import { Modal } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFilledGuard } from '../../ui/filled-guard.tsx'
import type { EndsChoice } from './many-ends.ts'
import { ManyEndsForm } from './many-ends-form.tsx'

const Z_INDEX = 200

interface ManyEndsDialogProps {
  /** the list as it is shown; null when closed */
  readonly choice: EndsChoice | null
  readonly onClose: () => void
}

/** The last valid day of many packages at once. */
export function ManyEndsDialog({ choice, onClose }: ManyEndsDialogProps) {
  const guard = useFilledGuard(onClose, Z_INDEX)
  return (
    <>
      <Modal.Root
        opened={choice !== null}
        onClose={guard.close}
        size={900}
        padding={0}
        yOffset={32}
        zIndex={Z_INDEX}
        closeOnEscape={!guard.asking}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{say('package_life.title_manyEnds')}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('ui.close')} />
          </DialogHead>
          <Modal.Body>{choice !== null && guard.wrap(<ManyEndsForm choice={choice} onClose={onClose} />)}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {guard.question}
    </>
  )
}
