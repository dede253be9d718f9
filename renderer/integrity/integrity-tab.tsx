import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Integrity, IntegrityCheck } from '../../shared/contract/integrity.ts'
import { instantText } from '../../shared/date-text.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './integrity.module.css'
import { Rebuild } from './rebuild.tsx'

/** Billing > Integrity: whether everything ties out, in words, and what to do where it does not. */
export function IntegrityTab() {
  return usePermission('Reconcile') ? <Checks /> : <NoPermission permission="Reconcile" />
}

function Checks() {
  const queryClient = useQueryClient()
  const status = useQuery({ queryKey: ['integrity'], queryFn: () => call('integrity.status', {}) })
  const run = useMutation({
    mutationFn: () => call('integrity.run', {}),
    onSuccess: (found) => queryClient.setQueryData(['integrity'], found),
  })
  if (status.isPending) return <Skeleton height={240} m={24} animate={false} />
  return (
    <div className={classes.tab}>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h4">
            Does it all tie out?
          </Title>
          <LastRun status={status.data} />
        </div>
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          Verify now
        </Button>
      </Group>
      <Rebuild />
      {status.isError && <FailureNotice thrown={status.error} onRetry={() => void status.refetch()} />}
      {run.isError && <FailureNotice thrown={run.error} />}
      <ul className={classes.checks} aria-label="Checks">
        {status.data?.last?.checks.map((check) => (
          <CheckRow key={check.check} check={check} />
        ))}
      </ul>
    </div>
  )
}

function LastRun({ status }: { status: Integrity | undefined }) {
  const { locale, timeZone } = useSchool()
  if (!status?.last)
    return <Text size="sm">It has not been verified yet. It is, once a day, while Blocktime is open.</Text>
  const { finishedAt, by, ok } = status.last
  const who = by === null ? 'by itself' : `by ${by}`
  return (
    <Text size="sm" role="status">
      {ok ? 'Everything ties out.' : 'Something does not tie out.'} Verified {who} on{' '}
      {instantText(finishedAt, locale, timeZone)}.
    </Text>
  )
}

function CheckRow({ check }: { check: IntegrityCheck }) {
  return (
    <li>
      {check.ok ? (
        <IconCircleCheck size={18} color="var(--bt-good)" aria-label="In order" />
      ) : (
        <IconAlertTriangle size={18} color="var(--bt-bad)" aria-label="Not in order" />
      )}
      <div>
        <strong>{check.words}</strong>
        {check.findings.map(({ message }) => (
          <div key={message}>{message}</div>
        ))}
        {check.more > 0 && <div>{check.more} more of these.</div>}
        {check.remedy !== null && <Text size="sm">{check.remedy}</Text>}
      </div>
    </li>
  )
}
