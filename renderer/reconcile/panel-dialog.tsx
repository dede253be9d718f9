import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import { useFading } from '../ui/fading.ts'
import { useFilledGuard } from '../ui/filled-guard.tsx'
import { workPlace } from './work-table.tsx'

const Z_INDEX = 200

interface PanelDialogProps {
  readonly title: string
  /** null when closed */
  readonly children: ReactNode
  readonly size: number
  readonly onClose: () => void
  /** opened from a row: the focus goes back to the row that is at the turn then, which may be another */
  readonly overWork?: boolean
}

/** A dialog of this screen. What stood in it stays while it fades out, and what was written is not lost by one key. */
export function PanelDialog({ title, children, size, onClose, overWork = false }: PanelDialogProps) {
  const { shown, gone } = useFading(children)
  const guard = useFilledGuard(onClose, Z_INDEX)
  return (
    <>
      <Modal.Root
        opened={children !== null}
        onClose={guard.close}
        zIndex={Z_INDEX}
        closeOnEscape={!guard.asking}
        size={size}
        padding={0}
        yOffset={48}
        returnFocus={!overWork}
        onExitTransitionEnd={() => {
          gone()
          // A dialog that was opened from this one has the focus already.
          const last = document.querySelectorAll('[role="dialog"]').length <= 1
          if (overWork && last) workPlace()?.focus({ preventScroll: true })
        }}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{title}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('reconcile.close')} />
          </DialogHead>
          <Modal.Body>{guard.wrap(shown)}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {guard.question}
    </>
  )
}
