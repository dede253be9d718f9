import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Tender } from '../../../shared/contract/values.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { notedReference } from '../../../shared/payment-reference.ts'
import { typedAmountText } from '../../../shared/typed-numbers.ts'
import { call } from '../../api/call.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { DrawerRounds } from '../../ui/drawer-rounds.tsx'
import { useSchool } from '../../ui/school.tsx'
import { useToday } from '../../ui/fields/today.ts'
import { ActionForm, type Header } from './action-form.tsx'
import classes from './actions.module.css'
import { readAmount, TenderField, TypedField } from './amount-field.tsx'
import { OutcomeField } from './outcome-field.tsx'
import { PackageLine } from './package-line.tsx'
import { packageForm } from './package-form.ts'
import { accountBasis, usePackageOf, type PackageFormProps } from './package-of.ts'
import { PayerField } from './payments/payer-field.tsx'
import { ReferenceField } from './payments/reference-field.tsx'
import { packageMoneyMoved } from './reversal.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'

interface Body {
  readonly package: string
  readonly amount: Cents
  readonly method: Tender
  /** number of who paid, or whose account it goes to; empty: the customer */
  readonly payer: string
}

type Sent = Body & Header & { failed: boolean }

packageForm({
  kind: 'pay',
  form: PayForm,
  title: 'package_actions.title_pay',
  needs: ['Take Payments'],
  on: ['active', 'completed', 'expired'],
})

packageForm({
  kind: 'refund',
  form: RefundForm,
  title: 'package_actions.title_refund',
  needs: ['Issue Refunds'],
  on: ['active', 'completed', 'expired'],
})

/** Package payment. */
export function PayForm(props: PackageFormProps) {
  return <MoneyForm {...props} kind="pay" />
}

/** Package refund. */
export function RefundForm(props: PackageFormProps) {
  return <MoneyForm {...props} kind="refund" />
}

/** An amount by a tender. */
function MoneyForm(props: PackageFormProps & { kind: 'pay' | 'refund' }) {
  const { kind, customer, packageRef, filled, onClose } = props
  const school = useSchool()
  const today = useToday()
  const of = usePackageOf(customer, packageRef)
  const [typed, setTyped] = useState(filled?.amount === undefined ? '' : typedAmountText(filled.amount, school))
  const [method, setMethod] = useState<Tender>(filled?.method ?? 'card')
  const [failed, setFailed] = useState(filled?.failed ?? false)
  const [reference, setReference] = useState('')
  const { payer, proposed, setPayer } = usePayer(packageRef, { kind, method, begun: filled?.payer })
  const { amount, problem } = readAmount(typed, school)
  const pays = kind === 'pay'
  const body: Body | null = amount === null ? null : { package: packageRef, amount, method, payer: payer ?? '' }
  return (
    <ActionForm
      body={body && { ...body, failed }}
      basis={method === 'account' ? [...of.basis, ...accountBasis(of.overview)] : of.basis}
      preview={(input: Sent) => (pays ? call('packages.pay.preview', input) : call('packages.refund.preview', input))}
      record={(input) => recorded(pays, { ...input, note: notedReference(method, reference, input.note) })}
      about={(done, { date, package: ref, ...moved }) =>
        packageMoneyMoved(kind, customer, { ...moved, ref, payment: done.ref, date: date ?? today })
      }
      fields={['amount', 'method', 'payer']}
      submit={submitOf(pays, failed)}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Group grow align="flex-start">
            <TypedField
              label={say('ui.amount')}
              autoFocus
              value={typed}
              onChange={setTyped}
              error={problem ?? problemOf('amount')}
            />
            <TenderField value={method} without={['package']} onChange={setMethod} error={problemOf('method')} />
            <ReferenceField method={method} value={reference} onChange={setReference} />
          </Group>
          <DrawerRounds method={method} amount={amount} way={pays ? 'in' : 'out'} />
          <Presets
            choices={pays ? owedPresets(of.widget?.owed ?? null) : fundsPresets(of.widget?.funds ?? null)}
            onChoose={(chosen) => setTyped(typedAmountText(chosen, school))}
          />
          <PayerField
            key={proposed?.number ?? 'none'}
            known={proposed}
            label={say(pays ? 'reversals.payer' : 'reversals.toPayer')}
            value={payer}
            onChange={setPayer}
            error={problemOf('payer')}
          />
          {pays && <OutcomeField failed={failed} onChange={setFailed} />}
        </>
      )}
    </ActionForm>
  )
}

function recorded(pays: boolean, input: Sent) {
  return pays ? call('packages.pay', input) : call('packages.refund', input)
}

/**
 * Who pays, or whose account it goes to. A payment is proposed to be of the usual payer; a refund by account goes to whom
 * the payments came from, where that was one other.
 */
function usePayer(
  ref: string,
  { kind, method, begun }: { kind: 'pay' | 'refund'; method: Tender; begun: string | undefined },
) {
  // undefined: nobody said anything yet.
  const [said, setPayer] = useState<string | null | undefined>(begun === '' ? null : begun)
  const { data } = useQuery({
    queryKey: ['packages', 'payers', ref],
    queryFn: () => call('packages.payers', { ref }),
  })
  const [only, another] = data?.payers ?? []
  const cameFrom = method === 'account' && !another ? (only ?? null) : null
  const proposed = kind === 'pay' ? (data?.usual ?? null) : cameFrom
  return { payer: said === undefined ? (proposed?.number ?? null) : said, proposed, setPayer }
}

function submitOf(pays: boolean, failed: boolean): string {
  if (!pays) return say('package_actions.refund')
  return say(failed ? 'package_actions.recordFailed' : 'package_actions.takePayment')
}

type Preset = readonly [label: WordKey, amount: Cents]

/** All that is owed, or an instalment of it; the odd minor units are paid first. */
function owedPresets(owed: Cents | null): readonly Preset[] {
  if (owed === null || owed <= 0) return []
  return [
    ['package_actions.presetOwed', owed],
    ['package_actions.presetHalf', cents(Math.ceil(owed / 2))],
    ['package_actions.presetQuarter', cents(Math.ceil(owed / 4))],
  ]
}

function fundsPresets(funds: Cents | null): readonly Preset[] {
  return funds === null || funds <= 0 ? [] : [['package_actions.presetFunds', funds]]
}

function Presets({ choices, onChoose }: { choices: readonly Preset[]; onChoose: (amount: Cents) => void }) {
  const school = useSchool()
  if (choices.length === 0) return null
  return (
    <div className={classes.presets}>
      {choices.map(([label, amount]) => (
        <Button key={label} variant="default" size="xs" onClick={() => onChoose(amount)}>
          {say(label, { amount: moneyText(amount, school) })}
        </Button>
      ))}
    </div>
  )
}
