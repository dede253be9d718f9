import { IconReceipt, IconZoomExclamation } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { rowOfPages } from '../packages/list/rows-of-pages.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useSchool } from '../ui/school.tsx'
import { StateMessage } from '../ui/state-message.tsx'
import { dayWidth, moneyLeast, moneyTrack } from '../ui/table/money-track.ts'
import { VirtualTable } from '../ui/table/virtual-table.tsx'
import { invoicesColumns } from './invoices-columns.tsx'
import { useInvoicesList, type InvoicesFilter } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

/** How many rows below the last visible one are loaded before anyone gets there. */
const AHEAD = 200
const SKELETON_ROWS = 12
const ROW_HEIGHT = 49
const LEAST_MONEY_WIDTH = 120

interface InvoicesTableProps {
  readonly filter: InvoicesFilter
  readonly onOpen: (row: InvoiceRow, opener: HTMLElement) => void
}

/** The table of Billing > Invoices in all its states. */
export function InvoicesTable({ filter, onOpen }: InvoicesTableProps) {
  const list = useInvoicesList(filter)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const pages = list.data?.pages
  const loaded = pages?.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const largest = useMemo(() => largestTotal(pages ?? []), [pages])
  const school = useSchool()
  const columns = useMemo(() => {
    const width = moneyTrack(largest, school, LEAST_MONEY_WIDTH)
    return invoicesColumns(
      onOpen,
      { width, least: moneyLeast(largest, school, LEAST_MONEY_WIDTH) },
      dayWidth(school.locale, 100),
    )
  }, [onOpen, largest, school])
  const rowAt = useCallback((index: number) => rowOfPages(pages ?? [], index), [pages])
  const onReach = useCallback(
    (lastIndex: number) => {
      if (lastIndex + AHEAD < loaded || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
      void fetchNextPage()
    },
    [loaded, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage],
  )
  if (list.isError && loaded === 0) {
    return (
      <div className={classes.problem}>
        <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />
      </div>
    )
  }
  if (list.isSuccess && loaded === 0) return <NothingToShow filtered={filter.search !== '' || filter.status !== null} />
  return (
    <div className={classes.body}>
      <VirtualTable
        label={say('ui.invoices')}
        columns={columns}
        count={list.isPending ? SKELETON_ROWS : loaded + (hasNextPage ? 1 : 0)}
        rowAt={rowAt}
        onReach={onReach}
        rowHeight={ROW_HEIGHT}
        onOpen={onOpen}
        busy={list.isPending || list.isPlaceholderData}
        question={JSON.stringify(filter)}
        wraps
      />
    </div>
  )
}

function largestTotal(pages: readonly { readonly rows: readonly InvoiceRow[] }[]): number {
  return pages.reduce((most, { rows }) => rows.reduce((largest, { total }) => Math.max(largest, total), most), 0)
}

function NothingToShow({ filtered }: { filtered: boolean }) {
  const Icon = filtered ? IconZoomExclamation : IconReceipt
  return (
    <div className={classes.rest}>
      <StateMessage
        icon={<Icon size={28} stroke={1.5} />}
        title={filtered ? say('invoices.noneFits') : say('invoices.none')}
      >
        {filtered ? say('invoices.noneFitsRemedy') : say('invoices.noneRemedy')}
      </StateMessage>
    </div>
  )
}
