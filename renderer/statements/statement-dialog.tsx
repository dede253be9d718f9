import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { StatementOf } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import type { Layer } from '../ui/places.ts'
import { StatementContent } from './statement-content.tsx'

interface StatementDialogProps {
  /** null when closed */
  readonly about: StatementOf | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The dialog Statement: what it would say, and the ways to paper. */
export function StatementDialog({ about, layer, onClose }: StatementDialogProps) {
  const [shown, setShown] = useState(about)
  // The content stays while the dialog fades out.
  if (about !== null && about !== shown) setShown(about)
  return (
    <Modal.Root
      opened={about !== null}
      onClose={onClose}
      onExitTransitionEnd={() => setShown(null)}
      size={960}
      padding={0}
      yOffset={32}
      returnFocus={false}
      zIndex={layer.zIndex}
      closeOnEscape={layer.top}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('statements.statement')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('statements.close_statement')} />
        </DialogHead>
        <Modal.Body>{shown && <StatementContent key={JSON.stringify(shown)} about={shown} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
