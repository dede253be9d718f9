import type { HistoryEntryDetails } from '../../../shared/contract/packages.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { numberFormat } from '../../../shared/number-format.ts'
import { Quantity } from '../../ui/quantity.tsx'
import { useSchool } from '../../ui/school.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { tenderWords } from '../../../shared/action-words.ts'
import classes from './history.module.css'

type Invoice = NonNullable<HistoryEntryDetails['invoice']>
type InvoiceLine = Invoice['lines'][number]
type InvoicePayment = Invoice['payments'][number]

/** The invoice behind an entry as it stands now: its lines, and what was paid. */
export function InvoiceDetails({ invoice, packageRef }: { invoice: Invoice; packageRef: string }) {
  const lines = invoice.lines.map((line, place) => ({ ...line, place }))
  const payments = invoice.payments.map((payment, place) => ({ ...payment, place }))
  return (
    <div className={classes.invoice}>
      <div className={classes.invoiceHead}>
        <strong>Invoice {invoice.ref}</strong>
        <StatusBadge status={invoice.status} />
        <span className={classes.quiet}>
          <BusinessDay date={invoice.date} /> · total <Money amount={invoice.total} /> · paid{' '}
          <Money amount={invoice.paid} />
        </span>
      </div>
      <PlainTable
        label={`Lines of ${invoice.ref}`}
        columns={lineColumns(packageRef)}
        rows={lines}
        rowKey={(line) => line.place}
      />
      {payments.length > 0 && (
        <PlainTable
          label={`Payments of ${invoice.ref}`}
          columns={PAYMENT_COLUMNS}
          rows={payments}
          rowKey={(payment) => payment.place}
        />
      )}
    </div>
  )
}

function lineColumns(packageRef: string): readonly Column<InvoiceLine>[] {
  return [
    { id: 'name', header: 'Line', width: 'minmax(0, 2fr)', cell: (line) => line.name },
    {
      id: 'from',
      header: 'Drawn from',
      width: 'minmax(0, 1fr)',
      cell: (line) => (line.packageRef === packageRef ? 'this package' : (line.packageRef ?? 'standard rate')),
    },
    { id: 'quantity', header: 'Quantity', width: '80px', align: 'end', cell: (line) => <LineQuantity line={line} /> },
    { id: 'rate', header: 'Rate', width: '80px', align: 'end', cell: (line) => <Decimal text={line.rate} /> },
    {
      id: 'tax',
      header: 'Tax',
      width: '64px',
      align: 'end',
      cell: (line) => (
        <>
          <Decimal text={line.taxPercent} /> %
        </>
      ),
    },
    { id: 'amount', header: 'Amount', width: '96px', align: 'end', cell: (line) => <LineAmount line={line} /> },
  ]
}

const PAYMENT_COLUMNS: readonly Column<InvoicePayment>[] = [
  { id: 'date', header: 'Payment', width: '96px', cell: (payment) => <BusinessDay date={payment.date} /> },
  { id: 'tender', header: 'Tender', width: 'minmax(0, 1fr)', cell: (payment) => tenderWords(payment.tender) },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 'minmax(0, 1fr)',
    cell: (payment) => (payment.failed ? 'Failed' : 'Succeeded'),
  },
  { id: 'user', header: 'Taken by', width: 'minmax(0, 1fr)', cell: (payment) => payment.userName },
  { id: 'note', header: 'Note', width: 'minmax(0, 1.4fr)', cell: (payment) => payment.note },
  {
    id: 'amount',
    header: 'Amount',
    width: '96px',
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

/** Which kind a line of the catalogue is does not come with an invoice; two decimals are right for either. */
function LineQuantity({ line }: { line: InvoiceLine }) {
  return (
    <>
      <Quantity amount={line.quantity} kind="hour" />
      {line.refundedQuantity !== 0 && (
        <div className={classes.quiet}>
          <Quantity amount={line.refundedQuantity} kind="hour" /> back
        </div>
      )}
    </>
  )
}

function LineAmount({ line }: { line: InvoiceLine }) {
  return (
    <>
      <Money amount={line.amount} />
      {line.refundedAmount !== 0 && (
        <div className={classes.quiet}>
          <Money amount={line.refundedAmount} /> back
        </div>
      )}
    </>
  )
}

/** A rate or percent that the engine sends as a plain decimal, in the school's locale and with its own digits. */
function Decimal({ text }: { text: string }) {
  const { locale } = useSchool()
  const digits = text.split('.')[1]?.length ?? 0
  return <>{numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })(text)}</>
}
