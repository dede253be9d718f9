import { Text, Title } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import type { Overview } from '../invoices/invoices-queries.ts'
import { Money } from '../ui/money.tsx'
import { Said } from '../ui/said.tsx'
import classes from './customers.module.css'
import { DeskActions } from './desk-actions.tsx'

/** Who the overview is about, the account balance, and what can be done. */
export function OverviewHead({ overview }: { overview: Overview }) {
  const { customer, account } = overview
  const about = [customer.number, customer.email, customer.phone, customer.active ? '' : say('ui.inactive')]
  return (
    <div className={classes.overviewHead}>
      <div>
        <Title order={1} size="h3">
          {customer.name}
        </Title>
        <Text size="sm" c="dimmed">
          {about.filter((part) => part !== '').join(' · ')}
        </Text>
        {account !== null && (
          <Text size="sm" mt={4}>
            <Said
              of="customers.accountBalanceIs"
              parts={{
                amount: (
                  <strong>
                    <Money amount={account} />
                  </strong>
                ),
              }}
            />
          </Text>
        )}
      </div>
      <DeskActions overview={overview} />
    </div>
  )
}
