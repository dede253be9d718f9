import { Text } from '@mantine/core'
import type { AccountEntry } from '../../shared/contract/customers.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import classes from './customers.module.css'

const COLUMNS: readonly Column<AccountEntry>[] = [
  { id: 'date', header: 'Date', width: '130px', cell: ({ date }) => <BusinessDay date={date} /> },
  {
    id: 'action',
    header: 'Action',
    width: 'minmax(0, 1fr)',
    cell: (entry) => (
      <div>
        <div>{actionWords(entry.action)}</div>
        <div className={classes.quiet}>{[entry.ref, entry.note].filter((part) => part !== '').join(' · ')}</div>
      </div>
    ),
  },
  { id: 'user', header: 'By', width: '160px', cell: ({ userName }) => userName },
  {
    id: 'change',
    header: 'Change',
    width: '120px',
    align: 'end',
    cell: ({ change }) => <Money amount={change} signed />,
  },
  { id: 'balance', header: 'Balance', width: '120px', align: 'end', cell: ({ balance }) => <Money amount={balance} /> },
]

/** Everything that moved the account of one customer, newest first. */
export function AccountHistory({ entries }: { entries: readonly AccountEntry[] }) {
  if (entries.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        Nothing has moved the account yet.
      </Text>
    )
  }
  return <PlainTable label="Account history" columns={COLUMNS} rows={entries} rowKey={({ entry }) => entry} />
}

/** invoice_part_paid reads as “Invoice part paid”. */
function actionWords(action: string): string {
  const words = action.replaceAll('_', ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
