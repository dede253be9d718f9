import { tenderWords } from '../../shared/action-words.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import type { Invoice as WholeInvoice } from './invoices-queries.ts'
import classes from './invoices.module.css'

type Invoice = Pick<WholeInvoice, 'ref' | 'lines' | 'payments'>
type Placed<T> = T & { readonly place: number }
type Line = Placed<Invoice['lines'][number]> & { readonly from: string }
type Payment = Placed<Invoice['payments'][number]>

/**
 * The lines of an invoice, each with what of it was refunded.
 * @param within the customer package whose history this is a part of
 */
export function InvoiceLines({ invoice, within }: { invoice: Invoice; within?: string }) {
  const rows = invoice.lines.map((line, place) => ({
    ...line,
    place,
    from: line.packageRef === within ? 'this package' : (line.packageRef ?? 'standard rate'),
  }))
  return <PlainTable label={`Lines of ${invoice.ref}`} columns={LINES} rows={rows} rowKey={(line) => line.place} />
}

/** The payments of an invoice, failed ones too. */
export function InvoicePayments({ invoice }: { invoice: Invoice }) {
  const rows = invoice.payments.map((payment, place) => ({ ...payment, place }))
  return (
    <PlainTable
      label={`Payments of ${invoice.ref}`}
      columns={PAYMENTS}
      rows={rows}
      rowKey={(payment) => payment.place}
    />
  )
}

const LINES: readonly Column<Line>[] = [
  { id: 'name', header: 'Line', width: 'minmax(0, 2fr)', cell: (line) => line.name },
  {
    id: 'from',
    header: 'Drawn from',
    width: 'minmax(0, 1fr)',
    cell: (line) => line.from,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    width: '110px',
    align: 'end',
    cell: (line) => (
      <>
        <Quantity amount={line.quantity} kind={line.kind} />
        {line.refundedQuantity !== 0 && (
          <div className={classes.quiet}>
            <Quantity amount={line.refundedQuantity} kind={line.kind} /> back
          </div>
        )}
      </>
    ),
  },
  { id: 'rate', header: 'Rate', width: '90px', align: 'end', cell: (line) => <Decimal text={line.rate} /> },
  {
    id: 'tax',
    header: 'Tax',
    width: '70px',
    align: 'end',
    cell: (line) => (
      <>
        <Decimal text={line.taxPercent} /> %
      </>
    ),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: '110px',
    align: 'end',
    cell: (line) => (
      <>
        <Money amount={line.amount} />
        {line.refundedAmount !== 0 && (
          <div className={classes.quiet}>
            <Money amount={line.refundedAmount} /> back
          </div>
        )}
      </>
    ),
  },
]

const PAYMENTS: readonly Column<Payment>[] = [
  { id: 'date', header: 'Payment', width: '110px', cell: (payment) => <BusinessDay date={payment.date} /> },
  { id: 'tender', header: 'Tender', width: 'minmax(0, 1fr)', cell: (payment) => tenderWords(payment.tender) },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 'minmax(0, 1fr)',
    cell: (payment) => (payment.failed ? 'Failed' : 'Succeeded'),
  },
  { id: 'user', header: 'Taken by', width: 'minmax(0, 1fr)', cell: (payment) => payment.userName },
  { id: 'note', header: 'Note', width: 'minmax(0, 1.2fr)', cell: (payment) => payment.note },
  {
    id: 'amount',
    header: 'Amount',
    width: '110px',
    align: 'end',
    cell: (payment) => (
      <>
        <Money amount={payment.amount} />
        {payment.refunded !== 0 && (
          <div className={classes.quiet}>
            <Money amount={payment.refunded} /> back
          </div>
        )}
      </>
    ),
  },
]

/** A rate or percent that the engine sends as a plain decimal, in the school's locale and with its own digits. */
function Decimal({ text }: { text: string }) {
  const { locale } = useSchool()
  const digits = text.split('.')[1]?.length ?? 0
  return <>{numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })(text)}</>
}
