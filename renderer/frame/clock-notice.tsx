import { Alert, Text } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import { useClockBehind } from '../api/changes.ts'

/** The computer's clock was set back: what is recorded now would get a wrong time, and maybe a wrong day. */
export function ClockNotice() {
  const minutes = useClockBehind()
  if (minutes === 0) return null
  return (
    <Alert role="status" variant="default" bg="var(--bt-warn-quiet)" m="md" title={say('api.clockBehind', { minutes })}>
      <Text size="sm">{say('api.clockBehindWords')}</Text>
    </Alert>
  )
}
