import { Alert, CloseButton, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { markOf, noteLostBefore, settleUnanswered, useUnanswered, type Unanswered } from '../api/unanswered.ts'
import { useUser } from '../sign-in/session.tsx'
import { useSchool } from '../ui/school.tsx'

const ASKED_EVERY_MS = 2_000

/** What the person sent and never got an answer to: asked after until it is known what became of it. */
export function UnansweredNotices() {
  const { username } = useUser()
  const mark = markOf(username)
  useLostBefore(mark)
  const own = useUnanswered().filter((command) => command.mark === mark)
  return own.map((command) => <UnansweredNotice key={command.id} command={command} />)
}

/** What was under way when the program was ended by force: the window of that time is gone, the engine knows of it. */
function useLostBefore(mark: number): void {
  const { data } = useQuery({
    queryKey: ['unanswered', 'before', mark],
    queryFn: () => call('commands.unanswered', {}),
    staleTime: Infinity,
  })
  useEffect(() => {
    for (const { id, sentAt } of data?.commands ?? []) noteLostBefore({ id, mark, sentAt })
  }, [data, mark])
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
    in_part: [say('api.recordedInPart', { time }), data?.sentence ?? ''],
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
