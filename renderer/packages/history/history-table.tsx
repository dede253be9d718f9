import { Button } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import type { Figure, HistoryRow } from '../../../shared/contract/packages.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import { StateMessage } from '../../ui/state-message.tsx'
import { moneyTrack } from '../../ui/table/money-track.ts'
import { VirtualTable } from '../../ui/table/virtual-table.tsx'
import { historyColumns } from './history-columns.tsx'
import { HistoryDetails } from './history-details.tsx'
import classes from './history.module.css'
import type { LineNames } from './line-names.ts'
import type { LoadedHistory } from './loaded-history.ts'
import { say } from '../../../shared/words/say.ts'

interface HistoryTableProps {
  readonly packageRef: string
  readonly history: LoadedHistory
  readonly figure: Figure | null
  readonly names: LineNames
  readonly filtered: boolean
  readonly onClearFilter: () => void
}

const SKELETON_ROWS = 8
const ROW_HEIGHT = 49
const LEAST_MONEY_WIDTH = 96

/** The entries of the History in all their states; each folds out to its details. */
export function HistoryTable({ packageRef, history, figure, names, filtered, onClearFilter }: HistoryTableProps) {
  const school = useSchool()
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const toggle = useCallback((row: HistoryRow) => setUnfolded((before) => toggled(before, row.entry)), [])
  const { rows } = history
  const largest = useMemo(() => largestAmount(rows), [rows])
  const moneyWidth = moneyTrack(largest, school, LEAST_MONEY_WIDTH)
  const columns = useMemo(
    () => historyColumns({ figure, names, school, unfolded, toggle, moneyWidth }),
    [figure, names, school, unfolded, toggle, moneyWidth],
  )
  const details = useCallback(
    (row: HistoryRow) => (unfolded.has(row.entry) ? <HistoryDetails packageRef={packageRef} row={row} /> : null),
    [unfolded, packageRef],
  )
  const rowAt = useCallback((index: number) => rows[index], [rows])
  if (!history.isLoading && history.error === null && rows.length === 0) {
    return <NothingToShow filtered={filtered} forFigure={figure !== null} onClear={onClearFilter} />
  }
  return (
    <>
      {history.error !== null && (
        <div className={classes.problem}>
          <FailureNotice thrown={history.error} onRetry={history.retry} />
        </div>
      )}
      {(history.error === null || rows.length > 0) && (
        <div className={classes.table}>
          <VirtualTable
            label={say('history.title')}
            columns={columns}
            count={history.isLoading ? SKELETON_ROWS : rows.length + (history.hasMore ? 1 : 0)}
            rowAt={rowAt}
            onReach={history.onReach}
            rowHeight={ROW_HEIGHT}
            onOpen={toggle}
            details={details}
            leastWidth={880}
            busy={history.isLoading || history.isRefreshing}
          />
        </div>
      )}
    </>
  )
}

function largestAmount(rows: readonly HistoryRow[]): number {
  return rows.reduce((most, { amount, runningTotal }) => Math.max(most, amount, Math.abs(runningTotal ?? 0)), 0)
}

function toggled(before: ReadonlySet<number>, entry: number): ReadonlySet<number> {
  const after = new Set(before)
  if (!after.delete(entry)) after.add(entry)
  return after
}

function NothingToShow(props: { filtered: boolean; forFigure: boolean; onClear: () => void }) {
  if (props.filtered) {
    return (
      <StateMessage
        icon={<IconListSearch size={28} stroke={1.5} />}
        title={say('history.noneFits')}
        action={
          <Button variant="default" size="sm" mt="sm" onClick={props.onClear}>
            {say('history.showAllActions')}
          </Button>
        }
      >
        {say('history.noneFitsRemedy')}
      </StateMessage>
    )
  }
  return (
    <StateMessage icon={<IconListSearch size={28} stroke={1.5} />} title={say('history.none')}>
      {props.forFigure ? say('history.noneOfNumber') : say('history.noneByThen')}
    </StateMessage>
  )
}
