import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PaidFor } from '../../shared/contract/customers.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'

const COLUMNS: readonly Column<PaidFor>[] = [
  {
    id: 'date',
    header: say('ui.date'),
    width: 'minmax(130px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  {
    id: 'for',
    header: say('customers.paidForWhom'),
    width: 'minmax(0, 1fr)',
    cell: ({ customerName, customerNumber }) => `${customerName} · ${customerNumber}`,
  },
  { id: 'ref', header: say('ui.reference'), width: 'minmax(0, 1fr)', cell: ({ ref }) => ref },
  {
    id: 'amount',
    header: say('ui.amount'),
    width: '120px',
    align: 'end',
    cell: ({ amount }) => <Money amount={amount} />,
  },
]

/** On a payer's page: what was paid for whom, as far as it still stands; nothing where nothing was. */
export function PaidForOthers({ number }: { number: string }) {
  const school = useSchool()
  const may = usePermission('Access Billing Tab')
  const paid = useQuery({
    queryKey: ['customers', 'paidFor', number],
    queryFn: () => call('customers.paidFor', { number }),
    enabled: may,
  })
  if (!paid.data || paid.data.rows.length === 0) return null
  const title = say('customers.paidForOthers')
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {paid.data.sums.map(({ customerNumber, customerName, amount }) => (
        <Text key={customerNumber} size="sm" mb={4}>
          {say('customers.paidForSum', { name: customerName, amount: moneyText(amount, school) })}
        </Text>
      ))}
      <PlainTable label={title} columns={COLUMNS} rows={paid.data.rows} rowKey={({ entry }) => entry} />
    </section>
  )
}
