import { cents, sumCents } from '../../shared/money.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { Paper } from '../ui/paper.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { statusWord } from '../ui/status-badge.tsx'
import type { Invoice } from './invoices-queries.ts'

interface InvoicePaperProps {
  readonly invoice: Invoice
  readonly onDone: () => void
}

/** An invoice on paper: what was consumed or bought, what it comes to, and what is due. */
export function InvoicePaper({ invoice, onDone }: InvoicePaperProps) {
  return (
    <Paper title={`Invoice ${invoice.ref}`} onDone={onDone}>
      <h1>Invoice {invoice.ref}</h1>
      <Head invoice={invoice} />
      <table>
        <thead>
          <tr>
            <th>Hours or item</th>
            <th>Drawn from</th>
            <th className="number">Quantity</th>
            <th className="number">Rate</th>
            <th className="number">Tax</th>
            <th className="number">Amount</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, place) => (
            // Two lines may be alike in everything but their place.
            <tr key={`${place} ${line.code}`}>
              <td>{line.name}</td>
              <td>{line.packageRef === null ? 'Standard rate' : `Package ${line.packageRef}`}</td>
              <td className="number">
                <Quantity amount={line.quantity} kind={line.kind} />
              </td>
              <td className="number">{line.rate}</td>
              <td className="number">{line.taxPercent} %</td>
              <td className="number">
                <Money amount={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum label="Total, tax included" amount={invoice.total} />
          <Sum label="Paid" amount={invoice.paid} />
          <Sum label="Due" amount={invoice.due} />
        </tfoot>
      </table>
    </Paper>
  )
}

/** A receipt: the payments that were taken on an invoice, and what went back of them. */
export function ReceiptPaper({ invoice, onDone }: InvoicePaperProps) {
  const payments = invoice.payments.filter(({ failed }) => !failed)
  return (
    <Paper title={`Receipt ${invoice.ref}`} onDone={onDone}>
      <h1>Receipt</h1>
      <Head invoice={invoice} />
      <table>
        <caption>Payments received</caption>
        <thead>
          <tr>
            <th>Date</th>
            <th>Tender</th>
            <th>Taken by</th>
            <th className="number">Given back</th>
            <th className="number">Amount</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment, place) => (
            <tr key={`${place} ${payment.date}`}>
              <td>
                <BusinessDay date={payment.date} />
              </td>
              <td>{tenderWords(payment.tender)}</td>
              <td>{payment.userName}</td>
              <td className="number">{payment.refunded === 0 ? '' : <Money amount={payment.refunded} />}</td>
              <td className="number">
                <Money amount={payment.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum
            label="Received, less what was given back"
            amount={sumCents(payments.map(({ amount, refunded }) => cents(amount - refunded)))}
          />
          <Sum label={`Total of invoice ${invoice.ref}`} amount={invoice.total} />
          <Sum label="Still due" amount={invoice.due} />
        </tfoot>
      </table>
    </Paper>
  )
}

function Head({ invoice }: { invoice: Invoice }) {
  return (
    <dl>
      <dt>Customer</dt>
      <dd>
        {invoice.customerName} ({invoice.customerNumber})
      </dd>
      <dt>Invoice</dt>
      <dd>{invoice.ref}</dd>
      <dt>Date</dt>
      <dd>
        <BusinessDay date={invoice.date} />
      </dd>
      <dt>Status</dt>
      <dd>{statusWord(invoice.status)}</dd>
      {invoice.corrects !== null && (
        <>
          <dt>Replaces</dt>
          <dd>{invoice.corrects}</dd>
        </>
      )}
      {invoice.correctedBy !== null && (
        <>
          <dt>Replaced by</dt>
          <dd>{invoice.correctedBy}</dd>
        </>
      )}
    </dl>
  )
}

function Sum({ label, amount }: { label: string; amount: Invoice['total'] }) {
  return (
    <tr>
      <th colSpan={4} scope="row">
        {label}
      </th>
      <td className="number" colSpan={2}>
        <Money amount={amount} />
      </td>
    </tr>
  )
}
