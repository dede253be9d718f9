import { Alert, CloseButton, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { settleUnanswered, useUnanswered, type Unanswered } from '../api/unanswered.ts'
import { useUser } from '../sign-in/session.tsx'
import { useSchool } from '../ui/school.tsx'

const ASKED_EVERY_MS = 2_000

/** What the person sent and never got an answer to: asked after until it is known what became of it. */
export function UnansweredNotices() {
  const { username } = useUser()
  const own = useUnanswered().filter((command) => command.username === username)
  return own.map((command) => <UnansweredNotice key={command.id} command={command} />)
}

function UnansweredNotice({ command }: { command: Unanswered }) {
  const { timeZone, locale } = useSchool()
  const { data } = useQuery({
    queryKey: ['unanswered', command.id],
    queryFn: () => call('commands.outcome', { id: command.id }),
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'under_way' ? false : ASKED_EVERY_MS),
    staleTime: Infinity,
  })
  const time = new Date(command.sentAt).toLocaleTimeString(locale, { timeZone, timeStyle: 'short' })
  const state = data?.state ?? 'under_way'
  const words = {
    under_way: [say('api.unansweredWaiting', { time }), say('api.unansweredWaitingWords')],
    recorded: [say('api.recordedAfterAll', { time }), data?.sentence ?? say('api.recordedWords')],
    not_recorded: [say('api.notRecorded', { time }), say('api.notRecordedWords')],
  } as const
  const [title, more] = words[state]
  return (
    <Alert role="status" variant="default" bg="var(--bt-warn-quiet)" m="md" title={title}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{more}</Text>
        {state !== 'under_way' && (
          <CloseButton aria-label={say('api.dismiss')} onClick={() => settleUnanswered(command.id)} />
        )}
      </Group>
    </Alert>
  )
}
