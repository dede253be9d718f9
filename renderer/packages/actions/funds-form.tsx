import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Cents } from '../../../shared/money.ts'
import { typedAmountText } from '../../../shared/typed-numbers.ts'
import { call } from '../../api/call.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { ActionForm, type Header } from './action-form.tsx'
import { readAmount, TypedField } from './amount-field.tsx'
import { PackageLine } from './package-line.tsx'
import { packageForm } from './package-form.ts'
import { accountBasis, usePackageOf, type PackageFormProps, type PackageInForm } from './package-of.ts'
import { fundsTransferred } from './reversal.ts'
import { say } from '../../../shared/words/say.ts'

interface Body {
  readonly package: string
  readonly amount: Cents
  readonly to: string
}

packageForm({
  kind: 'transferFunds',
  form: FundsForm,
  title: 'package_actions.title_transferFunds',
  needs: ['Access Billing Tab', 'Transfer Package Hours'],
  on: ['active', 'completed', 'expired'],
})

/** Transfers package funds to another package of the same customer, or to the account. */
export function FundsForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const school = useSchool()
  const of = usePackageOf(customer, packageRef)
  const [typed, setTyped] = useState(filled?.amount === undefined ? '' : typedAmountText(filled.amount, school))
  const [to, setTo] = useState(filled?.to ?? 'account')
  const { amount, problem } = readAmount(typed, school)
  const others = othersOf(of, customer, packageRef)
  const target = others.find(({ ref }) => ref === to)
  const body: Body | null = amount === null ? null : { package: packageRef, amount, to }
  const funds = of.widget?.funds ?? null
  return (
    <ActionForm
      body={body}
      basis={[
        ...of.basis,
        ...(target
          ? [{ of: 'package' as const, ref: target.ref, entry: target.lastEntry }]
          : accountBasis(of.overview)),
      ]}
      preview={(input: Body & Header) => call('packages.transferFunds.preview', input)}
      record={(input) => call('packages.transferFunds', input)}
      about={(_done, input) => fundsTransferred(customer, { ...input, ref: input.package })}
      fields={['amount', 'to']}
      submit={say('package_actions.title_transferFunds')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <TypedField
            label={say('ui.amount')}
            autoFocus
            value={typed}
            onChange={setTyped}
            error={problem ?? problemOf('amount')}
            {...(funds === null
              ? {}
              : { description: say('package_actions.fundsAre', { funds: moneyText(funds, school) }) })}
          />
          <Select
            label={say('ui.to')}
            data={[
              { value: 'account', label: say('ui.accountBalance') },
              ...others.map(({ ref, packageName }) => ({
                value: ref,
                label: say('package_actions.choice', { name: packageName, more: ref }),
              })),
            ]}
            allowDeselect={false}
            value={to}
            onChange={(value) => setTo(value ?? 'account')}
            error={problemOf('to')}
          />
        </>
      )}
    </ActionForm>
  )
}

/** The customer's other packages. Those of others from which the customer may fly are in the overview, too. */
function othersOf({ overview }: PackageInForm, customer: string, packageRef: string) {
  return (overview?.packages ?? []).filter(
    ({ ref, status, customerNumber }) => ref !== packageRef && status !== 'removed' && customerNumber === customer,
  )
}
