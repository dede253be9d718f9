import { Modal } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import type { Layer } from '../ui/places.ts'
import { PaperOnScreen } from './paper-content.tsx'
import type { PaperOf } from './paper-view.ts'

interface PaperDialogProps {
  /** null when closed */
  readonly paper: PaperOf | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The dialog of an invoice or a receipt on paper. */
export function PaperDialog({ paper, layer, onClose }: PaperDialogProps) {
  const [shown, setShown] = useState(paper)
  // The content stays while the dialog fades out.
  if (paper !== null && paper !== shown) setShown(paper)
  return (
    <Modal.Root
      opened={paper !== null}
      onClose={onClose}
      onExitTransitionEnd={() => setShown(null)}
      size={820}
      padding={0}
      yOffset={32}
      returnFocus={false}
      zIndex={layer.zIndex}
      closeOnEscape={layer.top}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('papers.onPaper')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('papers.close')} />
        </DialogHead>
        <Modal.Body>{shown && <PaperOnScreen key={JSON.stringify(shown)} paper={shown} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
