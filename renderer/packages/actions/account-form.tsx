import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Tender } from '../../../shared/contract/values.ts'
import type { Cents } from '../../../shared/money.ts'
import { notedReference } from '../../../shared/payment-reference.ts'
import { typedAmountText } from '../../../shared/typed-numbers.ts'
import { call } from '../../api/call.ts'
import { useOverview } from '../../invoices/invoices-queries.ts'
import { DrawerRounds } from '../../ui/drawer-rounds.tsx'
import { useSchool } from '../../ui/school.tsx'
import { useToday } from '../../ui/fields/today.ts'
import { ActionForm, type Header } from './action-form.tsx'
import { readAmount, TenderField, TypedField } from './amount-field.tsx'
import { customerForm, type CustomerFormProps } from './customer-form.ts'
import { OutcomeField } from './outcome-field.tsx'
import { accountBasis } from './package-of.ts'
import { ReferenceField } from './payments/reference-field.tsx'
import { accountMoneyMoved } from './reversal.ts'
import { say } from '../../../shared/words/say.ts'

interface Body {
  readonly customer: string
  readonly amount: Cents
  readonly method: Tender
  readonly failed: boolean
}

customerForm({
  kind: 'deposit',
  form: DepositForm,
  title: 'package_actions.title_deposit',
  item: 'package_actions.title_deposit',
  needs: ['Take Payments'],
  offered: 'button',
})
customerForm({
  kind: 'withdraw',
  form: WithdrawForm,
  title: 'package_actions.title_withdraw',
  item: 'package_actions.title_withdraw',
  needs: ['Issue Refunds'],
  offered: 'button',
})

/** A deposit into a customer's account. */
export function DepositForm(props: CustomerFormProps) {
  return <AccountForm kind="deposit" {...props} />
}

/** A withdrawal from a customer's account. */
export function WithdrawForm(props: CustomerFormProps) {
  return <AccountForm kind="withdraw" {...props} />
}

function AccountForm(props: CustomerFormProps & { readonly kind: 'deposit' | 'withdraw' }) {
  const { kind, customer, filled, onClose } = props
  const school = useSchool()
  const today = useToday()
  const overview = useOverview(customer)
  const [typed, setTyped] = useState(filled?.amount === undefined ? '' : typedAmountText(filled.amount, school))
  const [method, setMethod] = useState<Tender>(filled?.method ?? 'card')
  const [failed, setFailed] = useState(filled?.failed ?? false)
  const [reference, setReference] = useState('')
  const { amount, problem } = readAmount(typed, school)
  const body: Body | null = amount === null ? null : { customer, amount, method, failed }
  const deposits = kind === 'deposit'
  return (
    <ActionForm
      body={body}
      basis={accountBasis(overview.data)}
      preview={(input: Body & Header) =>
        deposits ? call('accounts.deposit.preview', input) : call('accounts.withdraw.preview', input)
      }
      record={(input) => {
        const noted = { ...input, note: notedReference(method, reference, input.note) }
        return deposits ? call('accounts.deposit', noted) : call('accounts.withdraw', noted)
      }}
      about={(done, input) => accountMoneyMoved(kind, { ...input, payment: done.ref, date: input.date ?? today })}
      fields={['amount', 'method']}
      submit={deposits ? say('package_actions.title_deposit') : say('package_actions.withdraw')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <Text size="sm">
            <strong>{overview.data?.customer.name ?? customer}</strong> · {customer}
          </Text>
          <Group grow align="flex-start">
            <TypedField
              label={say('ui.amount')}
              autoFocus
              value={typed}
              onChange={setTyped}
              error={problem ?? problemOf('amount')}
            />
            <TenderField
              value={method}
              without={['package', 'account']}
              onChange={setMethod}
              error={problemOf('method')}
            />
            <ReferenceField method={method} value={reference} onChange={setReference} />
          </Group>
          <DrawerRounds method={method} amount={amount} way={deposits ? 'in' : 'out'} />
          <OutcomeField failed={failed} onChange={setFailed} />
        </>
      )}
    </ActionForm>
  )
}
