import type { FilePreview, Receipt } from '../../../shared/contract/reconcile-file.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from '../reconcile.module.css'
import own from './import.module.css'

const REPEATS: Readonly<Record<NonNullable<Receipt['repeats']>, string>> = {
  taken_before: 'left out: taken before',
  in_this_file: 'left out: twice in this file',
}

/** The first lines of a file as they were read. */
export function FirstLines({ preview: { receipts, count, repeated } }: { preview: FilePreview }) {
  return (
    <div>
      <div className={own.firstLines}>
        <PlainTable
          label="First lines"
          columns={COLUMNS}
          rows={receipts}
          rowKey={({ row, amount }) => `${row} ${amount}`}
        />
      </div>
      {receipts.length < count + repeated && <p className={classes.quiet}>The first {receipts.length} are shown.</p>}
    </div>
  )
}

const COLUMNS: readonly Column<Receipt>[] = [
  { id: 'row', header: 'Row', width: '44px', align: 'end', cell: ({ row }) => row },
  { id: 'date', header: 'Date', width: '92px', cell: ({ date }) => <BusinessDay date={date} /> },
  { id: 'name', header: 'Name', width: 'minmax(0, 1.2fr)', cell: (line) => <Named line={line} /> },
  { id: 'reference', header: 'Reference', width: 'minmax(0, 1fr)', cell: ({ reference }) => reference },
  {
    id: 'amount',
    header: 'Amount',
    width: '96px',
    align: 'end',
    cell: ({ amount }) => <Money amount={amount} />,
  },
  {
    id: 'fee',
    header: 'Fee',
    width: '72px',
    align: 'end',
    cell: ({ fee }) => (fee === 0 ? <span className={classes.quiet}>none</span> : <Money amount={fee} />),
  },
]

function Named({ line: { name, text, payout, repeats } }: { line: Receipt }) {
  const sub = [name === '' ? '' : text, payout === '' ? '' : `payout ${payout}`].filter((word) => word !== '')
  return (
    <>
      {name || text}
      {sub.length > 0 && <div className={classes.sub}>{sub.join(' · ')}</div>}
      {repeats !== null && (
        <div>
          <span className={classes.badge} data-tone="warn">
            {REPEATS[repeats]}
          </span>
        </div>
      )}
    </>
  )
}
