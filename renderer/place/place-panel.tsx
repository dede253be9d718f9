import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PlaceState } from '../../shared/contract/place.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useChoose, type AskedBy } from './choose.ts'
import { ServerForm } from './server-form.tsx'

/** Where the school lies, and the ways to another place. */
export function PlacePanel({ by }: { readonly by: AskedBy }) {
  const state = useQuery({
    queryKey: ['start', 'place', by],
    queryFn: () => call(by === 'place' ? 'place.state' : 'trouble.place', {}),
    staleTime: 0,
  })
  const choose = useChoose(by)
  if (state.isPending) return <Skeleton height={240} animate={false} />
  if (state.isError) return <FailureNotice thrown={state.error} onRetry={() => void state.refetch()} />
  const present = state.data
  return (
    <>
      <Present state={present} />
      {!present.changeable && (
        <Text size="sm" mt="md" component="p">
          {say('school_place.fixed')}
        </Text>
      )}
      {present.changeable && present.server && (
        <section aria-label={say('school_place.back')}>
          <Text size="sm" mt="md" component="p">
            {say(present.holdsOwn ? 'school_place.back_own' : 'school_place.back_nothing')}
          </Text>
          <Group mt="xs">
            <Button
              variant="default"
              loading={choose.isPending}
              onClick={() => choose.mutate({ server: null, password: null, keep: false, move: false })}
            >
              {say('school_place.back')}
            </Button>
          </Group>
        </section>
      )}
      {choose.isError && <FailureNotice thrown={choose.error} />}
      {present.changeable && <ServerForm by={by} state={present} choose={choose} />}
    </>
  )
}

function Present({ state: { home, server } }: { readonly state: PlaceState }) {
  const rows = server
    ? [
        [say('school_place.server'), server.host],
        [say('school_place.port'), String(server.port)],
        [say('school_place.database'), server.database],
        [say('school_place.user'), server.user || say('school_place.user_of_computer')],
        [say('school_place.way'), say(server.encrypted ? 'school_place.encrypted' : 'school_place.not_encrypted')],
        ...(server.certificate ? [[say('school_place.certificate'), server.certificate]] : []),
      ]
    : [[say('school_place.folder'), home]]
  return (
    <>
      <Title order={2} size="h4">
        {say(server ? 'school_place.on_server' : 'school_place.here')}
      </Title>
      <dl>
        {rows.map(([label, text]) => (
          <Group key={label} gap="sm" wrap="nowrap" align="baseline">
            <Text size="sm" c="dimmed" component="dt" w={160}>
              {label}
            </Text>
            <Text size="sm" component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          </Group>
        ))}
      </dl>
    </>
  )
}
