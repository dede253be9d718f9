import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { UnsentItem } from './unsent-item.tsx'
import classes from './unsent.module.css'

/** Billing > Not sent: what this desk recorded while its server was out of reach, and what became of each. */
export function UnsentTab() {
  const list = useQuery({ queryKey: ['unsent'], queryFn: () => call('outbox.list', {}), staleTime: 0 })
  if (list.isPending) return <Skeleton height={240} m={24} animate={false} />
  return (
    <section className={classes.tab} aria-label={say('not_sent.tab')}>
      <div>
        <Title order={2} size="h4">
          {say('not_sent.tab')}
        </Title>
        <Text size="sm">{say('not_sent.lead')}</Text>
      </div>
      {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Text c="dimmed">{say('not_sent.none')}</Text>}
      <ol className={classes.list} aria-label={say('not_sent.tab')}>
        {list.data?.rows.map((action) => (
          <UnsentItem key={action.number} action={action} />
        ))}
      </ol>
    </section>
  )
}
