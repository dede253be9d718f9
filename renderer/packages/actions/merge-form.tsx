import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Preview } from '../../../shared/contract/action-values.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { CustomerField } from '../../invoices/form/customer-field.tsx'
import { useOverview, type Overview } from '../../invoices/invoices-queries.ts'
import { useSchool } from '../../ui/school.tsx'
import { ActionForm, type Header } from './action-form.tsx'
import classes from './actions.module.css'
import { customerForm, type CustomerFormProps } from './customer-form.ts'
import { accountBasis } from './package-of.ts'

interface Body {
  readonly customer: string
  readonly to: string
}

customerForm({
  kind: 'merge',
  form: MergeForm,
  title: 'customers.title_merge',
  item: 'customers.merge',
  needs: ['View All Student Enrollments', 'Manage Settings'],
  offered: 'more',
})

/** Two records of one person become one: what moves is listed before. */
export function MergeForm({ customer, onClose }: CustomerFormProps) {
  const { data: overview } = useOverview(customer)
  const [to, setTo] = useState<string | null>(null)
  return (
    <ActionForm
      body={to === null ? null : { customer, to }}
      basis={accountBasis(overview)}
      preview={async (input: Body & Header) => withoutAccounts(input, await call('customers.merge.preview', input))}
      record={(input) => call('customers.merge', input)}
      about={(_done, input) => ({ show: { of: 'customer', number: input.to }, undo: null })}
      fields={['customer', 'to']}
      noteLabel={say('ui.reason')}
      submit={say('customers.title_merge')}
      destructive
      filled={undefined}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <Text size="sm">
            {say('customers.merging', { name: overview?.customer.name ?? customer, number: customer })}
          </Text>
          <CustomerField
            label={say('customers.mergeInto')}
            value={to}
            onChange={setTo}
            error={problemOf('to') ?? problemOf('customer')}
          />
          {overview && <WhatMoves overview={overview} />}
        </>
      )}
    </ActionForm>
  )
}

/** The money of the account is in the list of what moves, once. */
function withoutAccounts({ customer, to }: Body, preview: Preview): Preview {
  return { ...preview, changes: preview.changes.filter(({ of }) => of !== customer && of !== to) }
}

function WhatMoves({ overview }: { overview: Overview }) {
  const school = useSchool()
  const moves = movesOf(overview, school)
  if (moves.length === 0) return <Text size="sm">{say('customers.mergeNothing')}</Text>
  return (
    <div>
      <Text size="sm" fw={600}>
        {say('customers.mergeMoves')}
      </Text>
      <ul className={classes.moves}>
        {moves.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  )
}

function movesOf({ customer, packages, invoices, account }: Overview, school: MoneyStyle): string[] {
  const count = invoices?.length ?? 0
  return [
    ...packages
      .filter(({ customerNumber }) => customerNumber === customer.number)
      .map(({ packageName: name, ref }) => say('customers.mergePackage', { name, ref })),
    ...(count > 0 ? [say('customers.mergeInvoices', { count })] : []),
    ...(account !== null && account !== 0
      ? [say('customers.mergeAccount', { amount: moneyText(account, school) })]
      : []),
  ]
}
