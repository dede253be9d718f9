import { Button, Group, Skeleton, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ExportedReport } from '../../shared/contract/exports.ts'
import { say } from '../../shared/words/say.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './reports.module.css'
import { useExport } from './use-export.ts'

interface ReportFrameProps<Report> {
  readonly query: UseQueryResult<Report>
  /** what goes on paper; null where another report takes it along */
  readonly printed: ExportedReport | null
  readonly children: (report: Report) => ReactNode
}

/** A report in all its states. */
export function ReportFrame<Report>({ query, printed, children }: ReportFrameProps<Report>) {
  if (query.isPending) return <Skeleton height={320} animate={false} />
  if (query.isError) return <FailureNotice thrown={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className={classes.report} aria-busy={query.isFetching}>
      {printed && <SaveAsPdf of={printed} />}
      {children(query.data)}
    </div>
  )
}

function SaveAsPdf({ of }: { of: ExportedReport }) {
  const { mutate, isPending, error } = useExport()
  return (
    <>
      <Group justify="flex-end">
        <Button size="xs" variant="default" loading={isPending} onClick={() => mutate({ of, format: 'pdf' })}>
          {say('reports.save_as_pdf')}
        </Button>
      </Group>
      {error && <FailureNotice thrown={error} />}
    </>
  )
}

interface ReportSectionProps {
  readonly title: string
  /** what its files hold; null where there are none */
  readonly exported: ExportedReport | null
  readonly children: ReactNode
}

/** One table of a report with its title, and the ways to take it out. */
export function ReportSection({ title, exported, children }: ReportSectionProps) {
  const { mutate, isPending, error } = useExport()
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {exported && (
          <Group gap="xs">
            {(['csv', 'xlsx'] as const).map((format) => (
              <Button
                key={format}
                size="xs"
                variant="default"
                disabled={isPending}
                aria-label={say('reports.table_as', { title, format: format.toUpperCase() })}
                onClick={() => mutate({ of: exported, format })}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      {error && <FailureNotice thrown={error} />}
      <div className={classes.table}>{children}</div>
    </section>
  )
}
