import { Text } from '@mantine/core'
import type { AccountEntry } from '../../shared/contract/customers.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import classes from './customers.module.css'
import { entryWords } from '../../shared/action-words.ts'
import { PaymentWays } from '../packages/actions/payments/payment-ways.tsx'
import { say } from '../../shared/words/say.ts'

/** @param customer whose account it is */
function columnsFor(customer: string): readonly Column<AccountEntry>[] {
  return [
    {
      id: 'date',
      header: say('ui.date'),
      width: 'minmax(104px, max-content)',
      least: 104,
      cell: ({ date }) => <BusinessDay date={date} />,
    },
    {
      id: 'action',
      header: say('ui.action'),
      width: 'minmax(120px, 1fr)',
      least: 120,
      cell: (entry) => (
        <div>
          <div>{entryWords(entry.action)}</div>
          <div className={classes.quiet}>{[entry.ref, entry.note].filter((part) => part !== '').join(' · ')}</div>
        </div>
      ),
    },
    {
      id: 'ways',
      header: say('ui.actions'),
      headerHidden: true,
      width: '130px',
      least: 130,
      cell: ({ deposit: method, ref: payment, change: amount, date }) =>
        method && (
          <PaymentWays
            of={{ customer, payment: { of: 'account', customer, payment }, amount, method, date, payer: '' }}
          />
        ),
    },
    {
      id: 'user',
      header: say('customers.by'),
      width: '128px',
      least: 128,
      yields: 1,
      cell: ({ userName }) => userName,
    },
    {
      id: 'change',
      header: say('customers.change'),
      width: '120px',
      least: 120,
      align: 'end',
      cell: ({ change }) => <Money amount={change} signed />,
    },
    {
      id: 'balance',
      header: say('customers.balance'),
      width: '120px',
      least: 120,
      align: 'end',
      cell: ({ balance }) => <Money amount={balance} />,
    },
  ]
}

/** Everything that moved the account of one customer, newest first. */
export function AccountHistory({ entries, customer }: { entries: readonly AccountEntry[]; customer: string }) {
  if (entries.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {say('customers.accountUnmoved')}
      </Text>
    )
  }
  return (
    <PlainTable
      label={say('customers.accountHistory')}
      columns={columnsFor(customer)}
      rows={entries}
      rowKey={({ entry }) => entry}
    />
  )
}
