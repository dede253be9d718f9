import { Button, Group } from '@mantine/core'
import { ROUTINE_ACTIONS, useInvoiceActions, ACTION_NAMES } from './invoice-actions.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { usePlaces } from '../ui/places.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { InvoiceView } from './invoice-view.ts'
import { InvoiceLines, InvoicePayments } from './invoice-tables.tsx'
import type { Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'
import { Said } from '../ui/said.tsx'

interface InvoiceContentProps {
  readonly invoice: Invoice
  readonly onView: (view: InvoiceView) => void
}

/** One invoice: what it comes to, its lines and payments, and what the person may do with it. */
export function InvoiceContent({ invoice, onView }: InvoiceContentProps) {
  const actions = useInvoiceActions(invoice)
  return (
    <div className={classes.dialog}>
      <InvoiceHead invoice={invoice} onView={onView} />
      <Figures invoice={invoice} />
      <InvoiceLines invoice={invoice} />
      {invoice.payments.length > 0 && <InvoicePayments invoice={invoice} />}
      <Group gap="sm">
        {actions.map((action) => (
          <Button
            key={action}
            variant={action === 'pay' ? 'filled' : 'default'}
            {...(ROUTINE_ACTIONS.includes(action) ? {} : { c: 'var(--bt-bad)' })}
            onClick={() => onView({ kind: action, ref: invoice.ref })}
          >
            {ACTION_NAMES[action]}
          </Button>
        ))}
        <PaperButton invoice={invoice} />
      </Group>
    </div>
  )
}

function PaperButton({ invoice }: { invoice: Invoice }) {
  const { open } = usePlaces()
  const place = { of: 'paper', paper: { of: 'invoice', ref: invoice.ref } } as const
  return (
    <Button variant="default" ml="auto" onClick={(event) => open(place, event.currentTarget)}>
      {say('invoices.printInvoice')}
    </Button>
  )
}

function InvoiceHead({ invoice, onView }: InvoiceContentProps) {
  const link = (ref: string) => (
    <button type="button" className={classes.reference} onClick={() => onView({ kind: 'invoice', ref })}>
      {ref}
    </button>
  )
  return (
    <div>
      <div className={classes.head}>
        <strong>{invoice.ref}</strong>
        <StatusBadge status={invoice.status} />
        <span>
          {invoice.customerName} <span className={classes.quiet}>{invoice.customerNumber}</span>
        </span>
        <span className={classes.quiet}>
          <BusinessDay date={invoice.date} />
        </span>
      </div>
      {invoice.corrects !== null && (
        <div className={classes.quiet}>
          <Said of="invoices.corrects" parts={{ ref: link(invoice.corrects) }} />
        </div>
      )}
      {invoice.correctedBy !== null && (
        <div className={classes.quiet}>
          <Said of="invoices.correctedBy" parts={{ ref: link(invoice.correctedBy) }} />
        </div>
      )}
    </div>
  )
}

function Figures({ invoice }: { invoice: Invoice }) {
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{say('ui.total')}</dt>
        <dd>
          <Money amount={invoice.total} />
        </dd>
      </div>
      <div>
        <dt>{say('ui.paid')}</dt>
        <dd>
          <Money amount={invoice.paid} />
        </dd>
      </div>
      <div>
        <dt>{say('ui.due')}</dt>
        <dd>
          <Money amount={invoice.due} />
        </dd>
      </div>
    </dl>
  )
}
