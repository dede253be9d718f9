import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { failureOf } from '../api/call-failure.ts'
import { say } from '../../shared/words/say.ts'

/** A refusal as a person reads it: what is wrong, what to do, and a way to try again. */
export function FailureNotice(props: { thrown: unknown; onRetry?: () => void }) {
  const failure = failureOf(props.thrown)
  return (
    <Alert
      role="alert"
      variant="default"
      icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />}
      title={failure.message}
      bg="var(--bt-bad-quiet)"
    >
      {failure.remedy && <Text size="sm">{failure.remedy}</Text>}
      {props.onRetry && failure.code !== 'unanswered' && (
        <Button variant="default" size="xs" mt="sm" onClick={props.onRetry}>
          {say('ui.tryAgain')}
        </Button>
      )}
    </Alert>
  )
}
