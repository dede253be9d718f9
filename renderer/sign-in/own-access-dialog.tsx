import type { ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { FormDialog } from '../ui/form-dialog.tsx'

/** A dialog about one's own password or PIN. */
export function OwnAccessDialog(props: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <FormDialog
      opened={props.opened}
      title={props.title}
      closeLabel={say('own_access.close')}
      width={440}
      onClose={props.onClose}
    >
      {props.opened && props.children}
    </FormDialog>
  )
}
