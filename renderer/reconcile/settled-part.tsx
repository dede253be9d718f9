import { Button, Skeleton } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import type { ReconcileScope, Settled } from '../../shared/contract/reconcile.ts'
import { instantText } from '../../shared/date-text.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Money } from '../ui/money.tsx'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { Caption } from './caption.tsx'
import { NothingLeft } from './nothing-left.tsx'
import classes from './reconcile.module.css'
import { useSettled } from './reconcile-queries.ts'
import { SECTION_TITLES } from './sections.ts'
import type { Steps } from './settling.ts'
import { lineName, LinesSide, PaymentsSide } from './sides.tsx'
import { SETTLED_HINTS } from './work-keys.ts'
import { WorkTable } from './work-table.tsx'

/** What was settled for these days, by whom, when and why; it can be opened again. */
export function SettledPart({ scope, steps }: { scope: ReconcileScope; steps: Steps }) {
  const settled = useSettled(scope)
  const { take } = steps
  const columns = useMemo(
    () =>
      settledColumns((row) =>
        take({
          run: () => call('reconcile.reopen', { settled: row.id }),
          gone: { lines: [], payments: [] },
          sentence: `Open again: ${aboutSettled(row)}.`,
        }),
      ),
    [take],
  )
  const rows = useMemo(() => settled.data?.pages.flatMap((page) => page.rows) ?? [], [settled.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = settled
  const reach = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (settled.isPending) return <Skeleton height={320} m={16} animate={false} />
  return (
    <>
      {settled.isError && (
        <div className={classes.problem}>
          <FailureNotice thrown={settled.error} onRetry={() => void settled.refetch()} />
        </div>
      )}
      {rows.length === 0 ? (
        <NothingLeft searched={false} title="Nothing is settled yet">
          Matches that are accepted and lines that are not the school’s come here, and can be opened again.
        </NothingLeft>
      ) : (
        <WorkTable
          label={SECTION_TITLES.settled}
          columns={columns}
          rows={rows}
          question="settled"
          onEnd={reach}
          onKey={() => undefined}
        />
      )}
      <Caption words={steps.sentence} hints={rows.length === 0 ? [] : SETTLED_HINTS} />
    </>
  )
}

function settledColumns(onReopen: (row: Settled) => void): readonly Column<Settled>[] {
  return [
    {
      id: 'lines',
      header: 'In the file',
      width: 'minmax(0, 1.15fr)',
      cell: ({ id, lines }) => <LinesSide key={id} lines={lines} />,
    },
    {
      id: 'payments',
      header: 'Recorded',
      width: 'minmax(0, 1.15fr)',
      cell: ({ id, kind, payments }) =>
        kind === 'not_ours' ? 'Not the school’s' : <PaymentsSide key={id} payments={payments} />,
    },
    {
      id: 'settled',
      header: 'Settled by',
      width: 'minmax(0, 1fr)',
      cell: (row) => <SettledBy row={row} />,
    },
    {
      id: 'difference',
      header: 'Difference',
      width: '84px',
      align: 'end',
      cell: ({ kind, difference }) =>
        kind === 'not_ours' || difference === 0 ? (
          <span className={classes.quiet}>none</span>
        ) : (
          <Money amount={difference} signed />
        ),
    },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      width: '96px',
      align: 'end',
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Open again: ${aboutSettled(row)}`}
          onClick={() => onReopen(row)}
        >
          Open again
        </Button>
      ),
    },
  ]
}

function SettledBy({ row: { by, at, note } }: { row: Settled }) {
  const { locale, timeZone } = useSchool()
  return (
    <>
      <div className={classes.main}>{by}</div>
      <div className={classes.quiet}>{instantText(at, locale, timeZone)}</div>
      {note !== '' && <div className={classes.reason}>{note}</div>}
    </>
  )
}

function aboutSettled({ lines: [first] }: Settled): string {
  return first ? `${lineName(first)}, row ${first.row}` : ''
}
