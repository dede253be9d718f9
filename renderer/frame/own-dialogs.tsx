import { say } from '../../shared/words/say.ts'
import { OwnAccessDialog } from '../sign-in/own-access-dialog.tsx'
import { OwnPasswordForm } from '../sign-in/own-password-form.tsx'
import { OwnPinForm } from '../sign-in/own-pin-form.tsx'

export type OwnDialog = 'password' | 'pin'

/** The dialogs behind the items of the user's menu. */
export function OwnDialogs({ open, onClose }: { open: OwnDialog | null; onClose: () => void }) {
  return (
    <>
      <OwnAccessDialog title={say('own_access.changePassword')} opened={open === 'password'} onClose={onClose}>
        <OwnPasswordForm onClose={onClose} />
      </OwnAccessDialog>
      <OwnAccessDialog title={say('own_access.pin')} opened={open === 'pin'} onClose={onClose}>
        <OwnPinForm onClose={onClose} />
      </OwnAccessDialog>
    </>
  )
}
