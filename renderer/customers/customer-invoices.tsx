import { Text } from '@mantine/core'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import classes from '../invoices/invoices.module.css'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { usePlaces, type Place } from '../ui/places.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { say } from '../../shared/words/say.ts'

const COLUMNS: readonly Column<InvoiceRow>[] = [
  { id: 'ref', header: say('ui.reference'), width: 'minmax(0, 1fr)', cell: ({ ref }) => <Reference to={ref} /> },
  {
    id: 'date',
    header: say('ui.date'),
    width: 'minmax(104px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  { id: 'status', header: say('ui.status'), width: '144px', cell: ({ status }) => <StatusBadge status={status} /> },
  { id: 'total', header: say('ui.total'), width: '120px', align: 'end', cell: ({ total }) => <Money amount={total} /> },
  { id: 'due', header: say('ui.due'), width: '120px', align: 'end', cell: ({ due }) => <Money amount={due} /> },
]

/** The invoices of one customer, newest first. */
export function CustomerInvoices({ invoices }: { invoices: readonly InvoiceRow[] }) {
  if (invoices.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {say('customers.noInvoices')}
      </Text>
    )
  }
  return <PlainTable label={say('ui.invoices')} columns={COLUMNS} rows={invoices} rowKey={({ ref }) => ref} />
}

/** The way to the invoice; to its paper, for those who may see no more of it. */
function Reference({ to }: { to: string }) {
  const { open, mayOpen } = usePlaces()
  const invoice: Place = { of: 'invoice', view: { kind: 'invoice', ref: to } }
  const place: Place = mayOpen(invoice) ? invoice : { of: 'paper', paper: { of: 'invoice', ref: to } }
  return (
    <button type="button" className={classes.reference} onClick={(event) => open(place, event.currentTarget)}>
      {to}
    </button>
  )
}
