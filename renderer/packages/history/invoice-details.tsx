import type { HistoryEntryDetails } from '../../../shared/contract/packages.ts'
import { InvoiceLines, InvoicePayments } from '../../invoices/invoice-tables.tsx'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './history.module.css'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

type Invoice = NonNullable<HistoryEntryDetails['invoice']>

interface InvoiceDetailsProps {
  readonly invoice: Invoice
  readonly packageRef: string
  /** whose package it is */
  readonly customerNumber: string
}

/** The invoice behind an entry as it stands now: its lines, and what was paid. */
export function InvoiceDetails({ invoice, packageRef, customerNumber }: InvoiceDetailsProps) {
  return (
    <div className={classes.invoice}>
      <div className={classes.invoiceHead}>
        <strong>{say('history.invoice', { ref: invoice.ref })}</strong>
        <StatusBadge status={invoice.status} />
        <span className={classes.quiet}>
          <Said
            of="history.invoiceFigures"
            parts={{
              day: <BusinessDay date={invoice.date} />,
              total: <Money amount={invoice.total} />,
              paid: <Money amount={invoice.paid} />,
            }}
          />
        </span>
      </div>
      <InvoiceLines invoice={invoice} within={packageRef} />
      {invoice.payments.length > 0 && <InvoicePayments invoice={{ ...invoice, customerNumber }} />}
    </div>
  )
}
