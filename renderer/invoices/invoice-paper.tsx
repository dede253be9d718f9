import { cents, sumCents } from '../../shared/money.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { Paper } from '../ui/paper.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { statusWord } from '../ui/status-badge.tsx'
import type { Invoice } from './invoices-queries.ts'
import { say } from '../../shared/words/say.ts'

interface InvoicePaperProps {
  readonly invoice: Invoice
  readonly onDone: () => void
}

/** An invoice on paper: what was consumed or bought, what it comes to, and what is due. */
export function InvoicePaper({ invoice, onDone }: InvoicePaperProps) {
  return (
    <Paper title={say('invoices.paperTitle', { ref: invoice.ref })} onDone={onDone}>
      <h1>{say('invoices.paperTitle', { ref: invoice.ref })}</h1>
      <Head invoice={invoice} />
      <table>
        <thead>
          <tr>
            <th>{say('invoice_form.hoursOrItem')}</th>
            <th>{say('invoices.drawnFrom')}</th>
            <th className="number">{say('ui.quantity')}</th>
            <th className="number">{say('invoices.rate')}</th>
            <th className="number">{say('invoices.tax')}</th>
            <th className="number">{say('ui.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, place) => (
            // Two lines may be alike in everything but their place.
            <tr key={`${place} ${line.code}`}>
              <td>{line.name}</td>
              <td>
                {line.packageRef === null
                  ? say('ui.standardRate')
                  : say('invoices.paperPackage', { ref: line.packageRef })}
              </td>
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
          <Sum label={say('invoices.paperTotal')} amount={invoice.total} />
          <Sum label={say('ui.paid')} amount={invoice.paid} />
          <Sum label={say('ui.due')} amount={invoice.due} />
        </tfoot>
      </table>
    </Paper>
  )
}

/** A receipt: the payments that were taken on an invoice, and what went back of them. */
export function ReceiptPaper({ invoice, onDone }: InvoicePaperProps) {
  const payments = invoice.payments.filter(({ failed }) => !failed)
  return (
    <Paper title={say('invoices.receiptTitle', { ref: invoice.ref })} onDone={onDone}>
      <h1>{say('invoices.receipt')}</h1>
      <Head invoice={invoice} />
      <table>
        <caption>{say('invoices.receiptPayments')}</caption>
        <thead>
          <tr>
            <th>{say('ui.date')}</th>
            <th>{say('ui.tender')}</th>
            <th>{say('ui.takenBy')}</th>
            <th className="number">{say('invoices.receiptGivenBack')}</th>
            <th className="number">{say('ui.amount')}</th>
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
            label={say('invoices.receiptReceived')}
            amount={sumCents(payments.map(({ amount, refunded }) => cents(amount - refunded)))}
          />
          <Sum label={say('invoices.receiptTotal', { ref: invoice.ref })} amount={invoice.total} />
          <Sum label={say('invoices.receiptDue')} amount={invoice.due} />
        </tfoot>
      </table>
    </Paper>
  )
}

function Head({ invoice }: { invoice: Invoice }) {
  return (
    <dl>
      <dt>{say('ui.customer')}</dt>
      <dd>
        {invoice.customerName} ({invoice.customerNumber})
      </dd>
      <dt>{say('ui.invoice')}</dt>
      <dd>{invoice.ref}</dd>
      <dt>{say('ui.date')}</dt>
      <dd>
        <BusinessDay date={invoice.date} />
      </dd>
      <dt>{say('ui.status')}</dt>
      <dd>{statusWord(invoice.status)}</dd>
      {invoice.corrects !== null && (
        <>
          <dt>{say('invoices.replaces')}</dt>
          <dd>{invoice.corrects}</dd>
        </>
      )}
      {invoice.correctedBy !== null && (
        <>
          <dt>{say('invoices.replacedBy')}</dt>
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
