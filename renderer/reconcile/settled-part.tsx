import { Button, Skeleton } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import type { ReconcileScope, Settled } from '../../shared/contract/reconcile.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
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
          sentence: say('reconcile.opened_again', { row: aboutSettled(row) }),
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
        <NothingLeft searched={false} title={say('reconcile.nothing_is_settled_yet')}>
          {say('reconcile.matches_that_are_accepted_and_lines')}
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
      header: say('reconcile.in_the_file'),
      width: 'minmax(0, 1.15fr)',
      cell: ({ id, lines }) => <LinesSide key={id} lines={lines} />,
    },
    {
      id: 'payments',
      header: say('reconcile.recorded'),
      width: 'minmax(0, 1.15fr)',
      cell: ({ id, kind, payments }) =>
        kind === 'not_ours' ? say('reconcile.not_the_schools') : <PaymentsSide key={id} payments={payments} />,
    },
    {
      id: 'settled',
      header: say('reconcile.settled_by'),
      width: 'minmax(0, 1fr)',
      cell: (row) => <SettledBy row={row} />,
    },
    {
      id: 'difference',
      header: say('reconcile.difference'),
      width: '84px',
      align: 'end',
      cell: ({ kind, difference }) =>
        kind === 'not_ours' || difference === 0 ? (
          <span className={classes.quiet}>{say('reconcile.none')}</span>
        ) : (
          <Money amount={difference} signed />
        ),
    },
    {
      id: 'actions',
      header: say('reconcile.actions'),
      headerHidden: true,
      width: '96px',
      align: 'end',
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say('reconcile.open_again_of', { row: aboutSettled(row) })}
          onClick={() => onReopen(row)}
        >
          {say('reconcile.open_again')}
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
  return first ? say('reconcile.first_row_row', { first: lineName(first), row: first.row }) : ''
}
