import { Text } from '@mantine/core'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'

const COLUMNS: readonly Column<InvoiceRow>[] = [
  { id: 'ref', header: 'Reference', width: 'minmax(0, 1fr)', cell: ({ ref }) => ref },
  { id: 'date', header: 'Date', width: '130px', cell: ({ date }) => <BusinessDay date={date} /> },
  { id: 'status', header: 'Status', width: '160px', cell: ({ status }) => <StatusBadge status={status} /> },
  { id: 'total', header: 'Total', width: '120px', align: 'end', cell: ({ total }) => <Money amount={total} /> },
  { id: 'due', header: 'Due', width: '120px', align: 'end', cell: ({ due }) => <Money amount={due} /> },
]

/** The invoices of one customer, newest first. */
export function CustomerInvoices({ invoices }: { invoices: readonly InvoiceRow[] }) {
  if (invoices.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        No invoice yet.
      </Text>
    )
  }
  return <PlainTable label="Invoices" columns={COLUMNS} rows={invoices} rowKey={({ ref }) => ref} />
}
