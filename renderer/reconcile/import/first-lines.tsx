import type { FilePreview, Receipt } from '../../../shared/contract/reconcile-file.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from '../reconcile.module.css'
import own from './import.module.css'

const REPEATS: Readonly<Record<NonNullable<Receipt['repeats']>, WordKey>> = {
  taken_before: 'payment_import.repeats_before',
  in_this_file: 'payment_import.repeats_in_file',
}

/** The first lines of a file as they were read. */
export function FirstLines({ preview: { receipts, count, repeated } }: { preview: FilePreview }) {
  return (
    <div>
      <div className={own.firstLines}>
        <PlainTable
          label={say('payment_import.first_lines')}
          columns={columnsOf()}
          rows={receipts}
          rowKey={({ row, amount }) => `${row} ${amount}`}
        />
      </div>
      {receipts.length < count + repeated && (
        <p className={classes.quiet}>{say('payment_import.first_200', { count: receipts.length })}</p>
      )}
    </div>
  )
}

const columnsOf = (): readonly Column<Receipt>[] => [
  { id: 'row', header: say('payment_import.row'), width: '44px', align: 'end', cell: ({ row }) => row },
  {
    id: 'date',
    header: say('payment_import.date'),
    width: 'minmax(92px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  {
    id: 'name',
    header: say('payment_import.named_or_described'),
    width: 'minmax(0, 1.2fr)',
    cell: (line) => <Named line={line} />,
  },
  {
    id: 'reference',
    header: say('payment_files.field_reference'),
    width: 'minmax(0, 1fr)',
    cell: ({ reference }) => reference,
  },
  {
    id: 'amount',
    header: say('payment_import.amount'),
    width: '96px',
    align: 'end',
    cell: ({ amount }) => <Money amount={amount} />,
  },
  {
    id: 'fee',
    header: say('payment_files.field_fee'),
    width: '72px',
    align: 'end',
    cell: ({ fee }) =>
      fee === 0 ? <span className={classes.quiet}>{say('payment_import.no_fee')}</span> : <Money amount={fee} />,
  },
]

function Named({ line: { name, text, payout, repeats } }: { line: Receipt }) {
  const sub = [name === '' ? '' : text, payout === '' ? '' : say('payment_import.in_payout', { payout })].filter(
    (word) => word !== '',
  )
  return (
    <>
      {name || text}
      {sub.length > 0 && <div className={classes.sub}>{sub.join(' · ')}</div>}
      {repeats !== null && (
        <div>
          <span className={classes.badge} data-tone="warn">
            {say(REPEATS[repeats])}
          </span>
        </div>
      )}
    </>
  )
}
