import { Checkbox, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { Basis, Preview } from '../../../shared/contract/action-values.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import { ActionForm, type Header } from '../actions/action-form.tsx'
import classes from '../actions/actions.module.css'
import { customerForm, type CustomerFormProps } from '../actions/customer-form.ts'
import { GiveBackField, type GivenBack } from './give-back-field.tsx'
import { KeptAsField } from './kept-as-field.tsx'
import { LeavingPackages } from './leaving-packages.tsx'

type Leaving = CallOutput<'customers.leaving'>
type Body = Omit<CallArguments<'customers.leave'>, keyof Header>

customerForm({
  kind: 'leave',
  form: LeavingForm,
  title: 'withdrawal.title_leave',
  item: 'withdrawal.leave',
  needs: ['Access Billing Tab', 'Manage Packages', 'Issue Refunds'],
  offered: 'more',
})

/** A customer leaves the school: off every package with the policy's workings, money back, deactivated. */
export function LeavingForm({ customer, onClose }: CustomerFormProps) {
  const found = useQuery({
    queryKey: ['customers', 'leaving', customer],
    queryFn: () => call('customers.leaving', { number: customer }),
  })
  if (found.isPending) return <Skeleton height={240} m={24} animate={false} />
  if (found.isError) {
    return (
      <div className={classes.form}>
        <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  return <FormOf customer={customer} leaving={found.data} onClose={onClose} />
}

function FormOf({ customer, leaving, onClose }: CustomerFormProps & { readonly leaving: Leaving }) {
  const { body, kept, choice, choose } = useLeavingChoice(customer, leaving)
  return (
    <ActionForm
      body={body}
      basis={basisOf(customer, leaving)}
      preview={(input: Body & Header) => call('customers.leave.preview', input)}
      record={(input) => call('customers.leave', input)}
      describe={(preview) => withoutOwed(leaving, preview)}
      about={() => ({ show: { of: 'statement', about: { of: 'customer', number: customer } }, undo: null })}
      fields={['packages', 'to', 'method', 'keptAs', 'fromAccount']}
      noteLabel={say('ui.reason')}
      submit={say('withdrawal.title_leave')}
      destructive
      filled={undefined}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <LeavingPackages
            packages={leaving.packages}
            staying={choice.staying}
            onStaying={(staying) => choose({ staying })}
            error={problemOf('packages')}
          />
          <GiveBackField
            value={choice.to}
            onChange={(to) => choose({ to })}
            others={leaving.packages.filter(({ ref }) => choice.staying.includes(ref))}
            error={problemOf('to') ?? problemOf('method')}
          />
          {kept > 0 && (
            <KeptAsField
              kept={kept}
              value={choice.keptAs}
              onChange={(keptAs) => choose({ keptAs })}
              error={problemOf('keptAs')}
            />
          )}
          <AccountAndRecord leaving={leaving} choice={choice} choose={choose} error={problemOf('fromAccount')} />
        </>
      )}
    </ActionForm>
  )
}

interface Choice {
  /** refs of the packages that are not left */
  readonly staying: readonly string[]
  readonly to: GivenBack
  /** null: not chosen yet */
  readonly keptAs: string | null
  readonly paysOut: boolean
  readonly deactivates: boolean
}

const BY_CHECK: GivenBack = { how: 'tender', method: 'check', payer: '' }

function useLeavingChoice(customer: string, leaving: Leaving) {
  const [choice, setChoice] = useState<Choice>({
    staying: [],
    to: BY_CHECK,
    keptAs: null,
    paysOut: true,
    deactivates: true,
  })
  const { staying, to, keptAs, paysOut, deactivates } = choice
  const left = leaving.packages.filter(({ ref }) => !staying.includes(ref))
  const kept = sumCents(left.map((pack) => pack.kept))
  const body: Body | null =
    kept > 0 && keptAs === null
      ? null
      : {
          number: customer,
          packages: left.map(({ ref, refund }) => ({ ref, refund })),
          to,
          keptAs: kept > 0 ? (keptAs ?? '') : '',
          fromAccount: paysOut && mayPayOut(leaving, to) ? leaving.account : cents(0),
          deactivate: leaving.active && deactivates,
        }
  const choose = (change: Partial<Choice>) =>
    setChoice((before) => {
      const after = { ...before, ...change }
      // A package that is left again gets nothing.
      const gone = after.to.how === 'package' && !after.staying.includes(after.to.package)
      return gone ? { ...after, to: BY_CHECK } : after
    })
  return { body, kept, choice, choose }
}

function mayPayOut({ account }: Leaving, to: GivenBack): boolean {
  return account > 0 && to.how === 'tender' && to.method !== 'account'
}

interface AccountAndRecordProps {
  readonly leaving: Leaving
  readonly choice: Choice
  readonly choose: (change: Partial<Choice>) => void
  readonly error: string | null
}

function AccountAndRecord({ leaving, choice, choose, error }: AccountAndRecordProps) {
  const school = useSchool()
  return (
    <>
      {mayPayOut(leaving, choice.to) && (
        <Checkbox
          label={say('withdrawal.payOut', { amount: moneyText(leaving.account, school) })}
          checked={choice.paysOut}
          onChange={(event) => choose({ paysOut: event.currentTarget.checked })}
          error={error}
        />
      )}
      {leaving.active ? (
        <Checkbox
          label={say('withdrawal.deactivate')}
          checked={choice.deactivates}
          onChange={(event) => choose({ deactivates: event.currentTarget.checked })}
        />
      ) : (
        <Text size="sm">{say('withdrawal.isDeactivated')}</Text>
      )}
    </>
  )
}

/** Nothing is owed on a package that is left: the amount would only look like a debt. */
function withoutOwed({ packages }: Leaving, preview: Preview): Preview {
  const owed = (of: string, label: string) => label === say('balance.owed') && packages.some(({ ref }) => ref === of)
  return { ...preview, changes: preview.changes.filter(({ of, label }) => !owed(of, label)) }
}

/** Also of the packages that stay: one of them may get what goes back. */
function basisOf(customer: string, { packages, accountEntry }: Leaving): Basis[] {
  return [
    ...packages.map(({ ref, lastEntry }) => ({ of: 'package' as const, ref, entry: lastEntry })),
    { of: 'account', ref: customer, entry: accountEntry },
  ]
}
