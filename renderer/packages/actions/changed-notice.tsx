import { Alert } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'

/** Says that the numbers of a form were changed by somebody else while it was open. */
export function ChangedNotice({ shown }: { shown: boolean }) {
  if (!shown) return null
  return (
    <Alert
      role="status"
      variant="default"
      icon={<IconRefresh size={18} aria-hidden />}
      title="The numbers have changed"
    >
      Somebody else has just recorded something here. These are the new numbers; what you typed is kept.
    </Alert>
  )
}
