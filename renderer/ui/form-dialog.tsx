import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from './dialog-head.tsx'
import { useFilledGuard } from './filled-guard.tsx'

const Z_INDEX = 200

interface FormDialogProps {
  readonly opened: boolean
  readonly title: string
  /** what its cross is called; "Close" */
  readonly closeLabel?: string
  /** pixels */
  readonly width: number
  /** pixels around what is in it; a form with a foot of its own has none */
  readonly padding?: number
  readonly onClose: () => void
  /** it has faded out */
  readonly onGone?: () => void
  readonly children: ReactNode
}

/** A dialog with a form. The cross, Escape and a click beside it ask first where something was written in it. */
export function FormDialog(props: FormDialogProps) {
  const guard = useFilledGuard(props.onClose, Z_INDEX)
  return (
    <>
      <Modal.Root
        opened={props.opened}
        onClose={guard.close}
        {...(props.onGone ? { onExitTransitionEnd: props.onGone } : {})}
        size={props.width}
        padding={0}
        yOffset={32}
        zIndex={Z_INDEX}
        closeOnEscape={!guard.asking}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{props.title}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={props.closeLabel ?? say('ui.close')} />
          </DialogHead>
          <Modal.Body p={props.padding ?? 24}>{guard.wrap(props.children)}</Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {guard.question}
    </>
  )
}
