import { tenderWords } from '../../shared/action-words.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { ReceiptLink } from '../papers/receipt-link.tsx'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import type { Invoice as WholeInvoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import type { PaymentView } from '../packages/actions/action-view.ts'
import { PaymentWays } from '../packages/actions/payments/payment-ways.tsx'
import { reversibleOf } from './reversible.ts'
import { say } from '../../shared/words/say.ts'
import { Said } from '../ui/said.tsx'

type Invoice = Pick<WholeInvoice, 'ref' | 'lines'>
type PaidInvoice = Pick<WholeInvoice, 'ref' | 'status' | 'payments' | 'customerNumber'>
type Placed<T> = T & { readonly place: number }
type Line = Placed<Invoice['lines'][number]> & { readonly from: string }
type Payment = Placed<PaidInvoice['payments'][number]> & { readonly ways: PaymentView | null }

/**
 * The lines of an invoice, each with what of it was refunded.
 * @param within the customer package whose history this is a part of
 */
export function InvoiceLines({ invoice, within }: { invoice: Invoice; within?: string }) {
  const rows = invoice.lines.map((line, place) => ({
    ...line,
    place,
    from: drawnFrom(line, within),
  }))
  return (
    <PlainTable
      label={say('invoices.lines', { ref: invoice.ref })}
      columns={LINES}
      rows={rows}
      rowKey={(line) => line.place}
    />
  )
}

function drawnFrom({ packageRef, agreed }: Invoice['lines'][number], within: string | undefined): string {
  if (packageRef === within) return say('invoices.thisPackage')
  return packageRef ?? say(agreed ? 'invoices.agreedAmount' : 'invoices.standardRate')
}

/** The payments of an invoice, failed ones too. */
export function InvoicePayments({ invoice }: { invoice: PaidInvoice }) {
  const rows = invoice.payments.map((payment, place) => ({ ...payment, place, ways: reversibleOf(invoice, payment) }))
  return (
    <PlainTable
      label={say('invoices.payments', { ref: invoice.ref })}
      columns={PAYMENTS}
      rows={rows}
      rowKey={(payment) => payment.place}
    />
  )
}

const LINES: readonly Column<Line>[] = [
  { id: 'name', header: say('invoices.line'), width: 'minmax(0, 2fr)', least: 140, cell: (line) => line.name },
  {
    id: 'from',
    header: say('invoices.drawnFrom'),
    width: 'minmax(0, 1fr)',
    least: 104,
    cell: (line) => line.from,
  },
  {
    id: 'quantity',
    header: say('ui.quantity'),
    width: '120px',
    least: 120,
    align: 'end',
    cell: (line) => (
      <>
        <Quantity amount={line.quantity} kind={line.kind} />
        {line.refundedQuantity !== 0 && (
          <div className={classes.quiet}>
            <Said of="invoices.back" parts={{ amount: <Quantity amount={line.refundedQuantity} kind={line.kind} /> }} />
          </div>
        )}
      </>
    ),
  },
  {
    id: 'rate',
    header: say('invoices.rate'),
    width: '90px',
    align: 'end',
    // An agreed amount does not come from the rate.
    cell: (line) => !line.agreed && <Decimal text={line.rate} />,
  },
  {
    id: 'tax',
    header: say('invoices.tax'),
    width: '70px',
    least: 70,
    yields: 1,
    align: 'end',
    cell: (line) => (
      <>
        <Decimal text={line.taxPercent} /> %
      </>
    ),
  },
  {
    id: 'amount',
    header: say('ui.amount'),
    width: '120px',
    least: 120,
    align: 'end',
    cell: (line) => (
      <>
        <Money amount={line.amount} />
        {line.refundedAmount !== 0 && (
          <div className={classes.quiet}>
            <Said of="invoices.back" parts={{ amount: <Money amount={line.refundedAmount} /> }} />
          </div>
        )}
      </>
    ),
  },
]

const PAYMENTS: readonly Column<Payment>[] = [
  {
    id: 'date',
    header: say('invoices.payment'),
    width: 'minmax(110px, max-content)',
    cell: (payment) => <BusinessDay date={payment.date} />,
  },
  {
    id: 'receipt',
    header: say('papers.receiptOf'),
    width: '80px',
    cell: (payment) => !payment.failed && <ReceiptLink entry={payment.entry} />,
  },
  {
    id: 'tender',
    header: say('ui.tender'),
    width: 'minmax(0, 1fr)',
    least: 110,
    cell: (payment) => tenderOf(payment),
  },
  {
    id: 'outcome',
    header: say('ui.outcome'),
    width: '92px',
    least: 92,
    yields: 3,
    cell: (payment) => outcomeOf(payment),
  },
  {
    id: 'ways',
    header: say('ui.actions'),
    headerHidden: true,
    width: '134px',
    least: 134,
    cell: (payment) => payment.ways && <PaymentWays of={payment.ways} />,
  },
  {
    id: 'user',
    header: say('ui.takenBy'),
    width: 'minmax(0, 1fr)',
    least: 110,
    yields: 1,
    cell: (payment) => payment.userName,
  },
  {
    id: 'note',
    header: say('ui.note'),
    width: 'minmax(0, 1.2fr)',
    least: 110,
    yields: 2,
    cell: (payment) => payment.note,
  },
  {
    id: 'amount',
    header: say('ui.amount'),
    width: '120px',
    least: 120,
    align: 'end',
    cell: (payment) => (
      <>
        <Money amount={payment.amount} />
        {payment.refunded !== 0 && (
          <div className={classes.quiet}>
            <Said of="invoices.back" parts={{ amount: <Money amount={payment.refunded} /> }} />
          </div>
        )}
      </>
    ),
  },
]

function outcomeOf({ failed, reversed }: Payment): string {
  if (failed) return say('ui.failed')
  return reversed ? say('invoices.reversed') : say('ui.succeeded')
}

function tenderOf({ tender, payer }: Payment) {
  if (payer === null) return tenderWords(tender)
  return (
    <>
      {tenderWords(tender)}
      <div className={classes.quiet}>{say('reversals.payerIs', { name: payer.name })}</div>
    </>
  )
}

/** A rate or percent that the engine sends as a plain decimal, in the school's locale and with its own digits. */
function Decimal({ text }: { text: string }) {
  const { locale } = useSchool()
  const digits = text.split('.')[1]?.length ?? 0
  return <>{numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })(text)}</>
}
