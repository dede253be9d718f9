import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { DialogHead } from './dialog-head.tsx'
import { useFading } from './fading.ts'
import type { Layer } from './places.ts'

interface SubjectDialogProps<Subject> {
  /** null when closed */
  readonly subject: Subject | null
  readonly title: string
  /** what its cross is called */
  readonly closeLabel: string
  /** pixels */
  readonly width: number
  readonly layer: Layer
  readonly onClose: () => void
  readonly children: (subject: Subject) => ReactNode
}

/** A dialog that shows one thing. What it showed stays while it fades out. */
export function SubjectDialog<Subject>({
  subject,
  title,
  closeLabel,
  width,
  layer,
  onClose,
  children,
}: SubjectDialogProps<Subject>) {
  const { shown, gone } = useFading(subject)
  return (
    <Modal.Root
      opened={subject !== null}
      onClose={onClose}
      onExitTransitionEnd={gone}
      size={width}
      padding={0}
      yOffset={32}
      returnFocus={false}
      zIndex={layer.zIndex}
      closeOnEscape={layer.top}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{title}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={closeLabel} />
        </DialogHead>
        <Modal.Body>{shown !== null && children(shown)}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
