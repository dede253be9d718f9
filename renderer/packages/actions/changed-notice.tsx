import { Alert } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { say } from '../../../shared/words/say.ts'

/** Says that the numbers of a form were changed by somebody else while it was open. */
export function ChangedNotice({ shown }: { shown: boolean }) {
  if (!shown) return null
  return (
    <Alert
      role="status"
      variant="default"
      icon={<IconRefresh size={18} aria-hidden />}
      title={say('package_actions.numbersChanged')}
    >
      {say('package_actions.numbersChangedBy')}
    </Alert>
  )
}
