import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Integrity, IntegrityCheck } from '../../shared/contract/integrity.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './integrity.module.css'
import { Rebuild } from './rebuild.tsx'

/** How often somebody who waits is told how far it is. */
const LOOKS_MS = 1_000

/** Billing > Integrity: whether everything ties out, in words, and what to do where it does not. */
export function IntegrityTab() {
  return usePermission('Reconcile') ? <Checks /> : <NoPermission permission="Reconcile" />
}

function Checks() {
  const queryClient = useQueryClient()
  const working = useIsMutating({ mutationKey: ['integrity'] }) > 0
  const status = useQuery({
    queryKey: ['integrity'],
    queryFn: () => call('integrity.status', {}),
    refetchInterval: working ? LOOKS_MS : false,
  })
  const run = useMutation({
    mutationKey: ['integrity'],
    mutationFn: () => call('integrity.run', {}),
    onSuccess: (found) => queryClient.setQueryData(['integrity'], found),
  })
  if (status.isPending) return <Skeleton height={240} m={24} animate={false} />
  return (
    <div className={classes.tab}>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h4">
            {say('integrity.does_it_all_tie_out')}
          </Title>
          <LastRun status={status.data} />
        </div>
        <Group gap="sm">
          <Rebuild />
          <Button loading={run.isPending} onClick={() => run.mutate()}>
            {say('integrity.verify_now')}
          </Button>
        </Group>
      </Group>
      {working && typeof status.data?.percent === 'number' && (
        <Text size="sm" role="status">
          {say('verification.percent', { percent: status.data.percent })}
        </Text>
      )}
      {status.isError && <FailureNotice thrown={status.error} onRetry={() => void status.refetch()} />}
      {run.isError && <FailureNotice thrown={run.error} />}
      <ul className={classes.checks} aria-label={say('integrity.checks')}>
        {status.data?.last?.checks.map((check) => (
          <CheckRow key={check.check} check={check} />
        ))}
      </ul>
    </div>
  )
}

function LastRun({ status }: { status: Integrity | undefined }) {
  const { locale, timeZone } = useSchool()
  if (!status?.last) return <Text size="sm">{say('integrity.not_verified_yet')}</Text>
  const { finishedAt, by, ok } = status.last
  const result = ok ? say('integrity.everything_ties_out') : say('integrity.something_does_not_tie_out')
  const when = instantText(finishedAt, locale, timeZone)
  return (
    <Text size="sm" role="status">
      {by === null
        ? say('integrity.verified_by_itself', { result, when })
        : say('integrity.verified_by', { result, by, when })}
    </Text>
  )
}

function CheckRow({ check }: { check: IntegrityCheck }) {
  return (
    <li>
      {check.ok ? (
        <IconCircleCheck size={18} color="var(--bt-good)" aria-label={say('integrity.in_order')} />
      ) : (
        <IconAlertTriangle size={18} color="var(--bt-bad)" aria-label={say('integrity.not_in_order')} />
      )}
      <div>
        <strong>{check.words}</strong>
        {check.findings.map(({ message }) => (
          <div key={message}>{message}</div>
        ))}
        {check.more > 0 && <div>{say('integrity.more_of_these', { count: check.more })}</div>}
        {check.remedy !== null && <Text size="sm">{check.remedy}</Text>}
      </div>
    </li>
  )
}
