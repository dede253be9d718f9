import { Text } from '@mantine/core'
import { entryWords } from '../../shared/action-words.ts'
import type { CustomerPayment } from '../../shared/contract/customers.ts'
import { say } from '../../shared/words/say.ts'
import { ReceiptLink } from '../papers/receipt-link.tsx'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'

const COLUMNS: readonly Column<CustomerPayment>[] = [
  {
    id: 'date',
    header: say('ui.date'),
    width: 'minmax(130px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  { id: 'action', header: say('ui.action'), width: 'minmax(0, 1fr)', cell: ({ action }) => entryWords(action) },
  { id: 'ref', header: say('ui.reference'), width: 'minmax(0, 1fr)', cell: ({ ref }) => ref },
  {
    id: 'receipt',
    header: say('papers.receiptOf'),
    width: '100px',
    cell: ({ entry }) => <ReceiptLink entry={entry} />,
  },
  {
    id: 'amount',
    header: say('ui.amount'),
    width: '120px',
    align: 'end',
    cell: ({ amount }) => <Money amount={amount} signed />,
  },
]

/** What came in from one customer and what went back, newest first, each with its receipt. */
export function CustomerPayments({ payments }: { payments: readonly CustomerPayment[] }) {
  if (payments.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {say('customers.noPayments')}
      </Text>
    )
  }
  return (
    <PlainTable label={say('customers.payments')} columns={COLUMNS} rows={payments} rowKey={({ entry }) => entry} />
  )
}
