import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from '../ui/dialog-head.tsx'

/** A dialog about one's own password or PIN. */
export function OwnAccessDialog(props: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={440} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{props.title}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('own_access.close')} />
        </DialogHead>
        <Modal.Body p={24}>{props.opened && props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
