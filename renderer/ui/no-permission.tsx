import { IconLock } from '@tabler/icons-react'
import type { Permission } from '../../shared/permissions.ts'
import { StateMessage } from './state-message.tsx'

/** Shown in place of a screen for which a permission is missing. */
export function NoPermission({ permission }: { permission: Permission }) {
  return (
    <StateMessage icon={<IconLock size={28} stroke={1.5} />} title="You do not have permission to see this page">
      It takes the permission “{permission}”. If you need it for your work, ask an administrator of your school to give
      it to you, or sign in as somebody who has it.
    </StateMessage>
  )
}
