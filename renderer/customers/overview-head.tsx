import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import type { Cents } from '../../shared/money.ts'
import { ACTION_TITLES } from '../packages/actions/action-view.ts'
import { useOpenAction } from '../packages/actions/open-action.tsx'
import { useMayDo } from '../packages/actions/permitted-actions.ts'
import { usePermission } from '../sign-in/session.tsx'
import { usePlaces } from '../ui/places.ts'
import { Money } from '../ui/money.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import classes from './customers.module.css'
import { say } from '../../shared/words/say.ts'
import { Said } from '../ui/said.tsx'

const CUSTOMER_ACTIONS = ['add', 'deposit', 'withdraw'] as const

/** Who the overview is about, the account balance, and what can be done. */
export function OverviewHead({ customer, account }: { customer: Customer; account: Cents | null }) {
  const mayDo = useMayDo()
  const mayEdit = usePermission('Create Invoices')
  const open = useOpenAction()
  const { open: openPlace, mayOpen } = usePlaces()
  const statement = { of: 'statement', about: { of: 'customer', number: customer.number } } as const
  const [editing, setEditing] = useState(false)
  return (
    <div className={classes.head}>
      <div className={classes.grow}>
        <Title order={1} size="h3">
          {customer.name}
        </Title>
        <Text size="sm" c="dimmed">
          {[customer.number, customer.email, customer.phone, customer.active ? '' : say('ui.inactive')]
            .filter((part) => part !== '')
            .join(' · ')}
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
      {CUSTOMER_ACTIONS.filter(mayDo).map((kind) => (
        <Button
          key={kind}
          variant={kind === 'add' ? 'filled' : 'default'}
          onClick={(event) => open({ kind, customer: customer.number }, event.currentTarget)}
        >
          {ACTION_TITLES[kind]}
        </Button>
      ))}
      {mayOpen(statement) && (
        <Button variant="default" onClick={(event) => openPlace(statement, event.currentTarget)}>
          {say('ui.statement')}
        </Button>
      )}
      {mayEdit && (
        <Button variant="default" onClick={() => setEditing(true)}>
          {say('customers.edit')}
        </Button>
      )}
      <CustomerDialog opened={editing} customer={customer} onClose={() => setEditing(false)} />
    </div>
  )
}
