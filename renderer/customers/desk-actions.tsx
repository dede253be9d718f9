import { Button } from '@mantine/core'
import { useState } from 'react'
import { dateText } from '../../shared/date-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import type { Overview } from '../invoices/invoices-queries.ts'
import { ACTION_TITLES } from '../packages/actions/action-view.ts'
import { useOpenAction } from '../packages/actions/open-action.tsx'
import { useCustomerActions, useMayDo } from '../packages/actions/permitted-actions.ts'
import { usePermission } from '../sign-in/session.tsx'
import { usePlaces } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { ChoiceButton, type Choice } from './choice-button.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import classes from './customers.module.css'
import { MoreButton } from './more-button.tsx'
import { payablesOf } from './payables.ts'

const RECEIPTS = 12

/** What the desk does with a customer, from where it looks: the invoice, the payment, the receipt, the statement. */
export function DeskActions({ overview }: { overview: Overview }) {
  const { customer } = overview
  const mayDo = useMayDo()
  const add = mayDo('add') ? [{ kind: 'add' as const, item: ACTION_TITLES.add }] : []
  const actions = useCustomerActions('button')
  const openAction = useOpenAction()
  const { open, mayOpen } = usePlaces()
  const invoice = { of: 'invoice', view: { kind: 'new', customer: customer.number } } as const
  const statement = { of: 'statement', about: { of: 'customer', number: customer.number } } as const
  return (
    <div className={classes.deskActions}>
      {customer.active && mayOpen(invoice) && (
        <Button onClick={(event) => open(invoice, event.currentTarget)}>{say('customers.newInvoice')}</Button>
      )}
      <ChoiceButton label={say('customers.takePayment')} choices={usePayments(overview)} />
      <ChoiceButton label={say('customers.receipt')} choices={useReceipts(overview)} />
      {mayOpen(statement) && (
        <Button variant="default" onClick={(event) => open(statement, event.currentTarget)}>
          {say('ui.statement')}
        </Button>
      )}
      {[...add, ...actions].map(({ kind, item }) => (
        <Button
          key={kind}
          variant="default"
          onClick={(event) => openAction({ kind, customer: customer.number }, event.currentTarget)}
        >
          {item}
        </Button>
      ))}
      <EditCustomer customer={customer} />
      <MoreButton customer={customer} />
    </div>
  )
}

/** Its own words: name, address, whether it is active. */
export function EditCustomer({ customer }: { customer: Overview['customer'] }) {
  const mayEdit = usePermission('Create Invoices')
  const [editing, setEditing] = useState(false)
  if (!mayEdit) return null
  return (
    <>
      <Button variant="default" onClick={() => setEditing(true)}>
        {say('customers.edit')}
      </Button>
      <CustomerDialog opened={editing} customer={customer} onClose={() => setEditing(false)} />
    </>
  )
}

function usePayments(overview: Overview): readonly Choice[] {
  const school = useSchool()
  const { mayOpen } = usePlaces()
  return payablesOf(overview)
    .filter(({ place }) => mayOpen(place))
    .map(({ ref, name, amount, place }) => {
      const words = { ref, amount: moneyText(amount, school) }
      return {
        key: ref,
        label: name === null ? say('customers.payInvoice', words) : say('customers.payPackage', { ...words, name }),
        place,
      }
    })
}

function useReceipts(overview: Overview): readonly Choice[] {
  const school = useSchool()
  const { mayOpen } = usePlaces()
  return (overview.payments ?? [])
    .slice(0, RECEIPTS)
    .map(({ entry, date, ref, amount }) => ({
      key: String(entry),
      label: say('customers.receiptOf', { ref, day: dateText(date, school.locale), amount: moneyText(amount, school) }),
      place: { of: 'paper', paper: { of: 'receipt', entry } } as const,
    }))
    .filter(({ place }) => mayOpen(place))
}
