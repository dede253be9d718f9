import { IconLock } from '@tabler/icons-react'
import type { Permission } from '../../shared/permissions.ts'
import { StateMessage } from './state-message.tsx'
import { say } from '../../shared/words/say.ts'

/** Shown in place of a screen for which a permission is missing. */
export function NoPermission({ permission }: { permission: Permission }) {
  return (
    <StateMessage icon={<IconLock size={28} stroke={1.5} />} title={say('ui.noPermission')}>
      {say('ui.noPermissionRemedy', { permission })}
    </StateMessage>
  )
}
