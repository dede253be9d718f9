import type { CallArguments } from '../../../shared/contract/index.ts'
import type { LeavingPackage } from '../../../shared/contract/leaving.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { sumCents, type Cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { workingsInWords } from '../../../shared/withdrawal-words.ts'
import { say } from '../../../shared/words/say.ts'
import { editCustomer, readCustomer } from '../../billing/customer-store.ts'
import { actions } from '../../billing/actions/index.ts'
import type { ActionName } from '../../billing/books/command.ts'
import { nextRef } from '../../billing/next-ref-store.ts'
import { customerLeaving } from '../../reports/packages/leaving.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { contract } from '../contract.ts'
import { recorded, type ActionInput, type DeskCaller } from '../desk-action.ts'
import { signed, type Implementations } from '../implementation.ts'
import { accessRefusal } from '../permission.ts'
import { previewedSteps, type Refused, type Step } from '../together.ts'

type Leaving = CallArguments<'customers.leave'>

interface Plan {
  readonly steps: readonly Step[]
  readonly sentence: string
}

/**
 * A customer leaves the school in one step: what the policy gives back goes back, what the school keeps is invoiced out
 * of the account, the packages are left, and the customer is deactivated. One command: all of it, or nothing.
 */
export const leavingImplementations: Implementations<
  'customers.leaving' | 'customers.leave' | 'customers.leave.preview'
> = {
  'customers.leaving': ({ db }, { number }) => customerLeaving(db, number),

  'customers.leave.preview': async (caller, input) => {
    // A reason not written yet is missed only once it is asked for.
    const planned = await planOf(caller, { ...input, note: input.note.trim() === '' ? '…' : input.note })
    if (!planned.ok) return planned
    const { steps, sentence } = planned.value
    return previewedSteps(
      caller,
      steps,
      (refusal, place) => ofStep(steps[place], refusal),
      () => sentence,
    )
  },

  'customers.leave': async (caller, input) => {
    const planned = await planOf(caller, input)
    if (!planned.ok) return planned
    const { steps, sentence } = planned.value
    let entry = 0
    for (const each of steps) {
      const made = await recorded(each.name, caller, each.input)
      if (!made.ok) return ofStep(each, made)
      ;({ entry } = made.value)
    }
    const deactivated = input.deactivate ? await deactivate(caller, input.number) : done(null)
    return deactivated.ok ? done({ entry, ref: input.number, sentence }) : deactivated
  },
}

/** What the invoice of what is kept is refused for lies in the item that was chosen. */
function ofStep(one: Step | undefined, { failure }: Refused): Outcome<never> {
  return { ok: false, failure: one?.name === 'invoice' ? { ...failure, field: 'keptAs' } : failure }
}

async function planOf(caller: DeskCaller<ReadDb>, input: Leaving): Promise<Outcome<Plan>> {
  const found = await customerLeaving(caller.db, input.number)
  if (!found.ok) return found
  const chosen = chosenOf(found.value.packages, input)
  if (!chosen.ok) return chosen
  const kept = sumCents(chosen.value.map((pack) => pack.kept))
  const refusedAs = notPossible(caller, input, kept)
  if (refusedAs) return refusedAs
  const invoice = await nextRef(caller.db, 'invoice', actions.invoice.ref.own)
  const steps = stepsOf(input, chosen.value, invoice).map(
    // Only the first is held against what the form was built on: it changes that.
    (one, place): Step => ({ ...one, input: { ...one.input, basis: place === 0 ? input.basis : [] } }),
  )
  const refusal = notPermitted(caller, steps, input.deactivate)
  return refusal ?? done({ steps, sentence: sentenceOf(caller, input, chosen.value, invoice) })
}

/** The packages that are left, in the customer's order. Refused: stale where the workings are others than were shown. */
function chosenOf(
  held: readonly LeavingPackage[],
  { packages, to, number }: Leaving,
): Outcome<readonly LeavingPackage[]> {
  for (const { ref, refund } of packages) {
    const pack = held.find((one) => one.ref === ref)
    if (!pack) return refused('invalid_input', say('withdrawal.notOfCustomer', { ref, number }), { field: 'packages' })
    if (to.how === 'package' && to.package === ref)
      return refused('invalid_input', say('withdrawal.goesInto', { ref }), { field: 'to' })
    if (pack.refund !== refund)
      return refused('stale', say('withdrawal.workingsChanged', { ref }), {
        remedy: say('refused_calls.the_numbers_are_new_now_look_at_them'),
      })
  }
  return done(held.filter(({ ref }) => packages.some((one) => one.ref === ref)))
}

function notPossible(
  { school }: DeskCaller<ReadDb>,
  { packages, keptAs, fromAccount, to, deactivate: ends }: Leaving,
  kept: Cents,
): Outcome<never> | undefined {
  if (packages.length === 0 && fromAccount === 0 && !ends)
    return refused('invalid_input', say('withdrawal.nothingToDo'), {
      field: 'packages',
      remedy: say('withdrawal.nothingToDoRemedy'),
    })
  if (kept > 0 && keptAs === '')
    return refused('invalid_input', say('withdrawal.keptAsNeeded', { amount: moneyText(kept, school) }), {
      field: 'keptAs',
      remedy: say('withdrawal.keptAsNeededRemedy'),
    })
  if (fromAccount > 0 && (to.how === 'package' || to.method === 'account'))
    return refused('invalid_input', say('withdrawal.accountWithTender'), {
      field: 'fromAccount',
      remedy: say('withdrawal.accountWithTenderRemedy'),
    })
  return undefined
}

/** What is kept goes over the account, since an invoice at an agreed amount is not drawn from a package. */
function stepsOf(input: Leaving, packages: readonly LeavingPackage[], invoice: string): Step[] {
  const { number: customer, date, note, to, keptAs, fromAccount } = input
  const header = { date, note, basis: [] }
  const kept = packages.filter((pack) => pack.kept > 0)
  const method = to.how === 'tender' ? to.method : 'account'
  const lines = kept.map((pack) => {
    const why = `${pack.ref}: ${workingsInWords(pack)}`
    return { package: null, code: keptAs, quantity: hundredths(100), note: why, amount: pack.kept }
  })
  return [
    ...packages.flatMap(({ ref, refund }) => (refund > 0 ? [givenBack(ref, refund, to, header)] : [])),
    ...kept.map((pack) => step('transfer_funds', { ...header, package: pack.ref, amount: pack.kept, to: 'account' })),
    ...(lines.length > 0
      ? [
          step('invoice', { ...header, customer, lines }),
          step('invoice_payment', {
            ...header,
            ref: invoice,
            amount: null,
            method: 'account',
            failed: false,
            payer: '',
          }),
        ]
      : []),
    ...(fromAccount > 0
      ? [step('account_withdrawal', { ...header, customer, amount: fromAccount, method, failed: false })]
      : []),
    ...packages.map(({ ref }) => step('remove_from_package', { ...header, package: ref })),
  ]
}

function givenBack(ref: string, amount: number, to: Leaving['to'], header: ActionInput): Step {
  return to.how === 'tender'
    ? step('package_refund', { ...header, package: ref, amount, method: to.method, payer: to.payer })
    : step('transfer_funds', { ...header, package: ref, amount, to: to.package })
}

function step(name: ActionName, input: ActionInput & Readonly<Record<string, unknown>>): Step {
  return { name, input }
}

/** Each step takes the permission that it takes by itself. */
function notPermitted({ user }: DeskCaller<ReadDb>, steps: readonly Step[], ends: boolean): Outcome<never> | undefined {
  const asked = [...steps.map(({ name }) => actions[name].access), ...(ends ? [contract['customers.edit'].access] : [])]
  for (const access of asked) {
    const failure = accessRefusal(access, user)
    if (failure) return { ok: false, failure }
  }
  return undefined
}

async function deactivate({ db, user, now }: DeskCaller<WriteDb>, number: string): Promise<Outcome<unknown>> {
  const customer = await readCustomer(db, number)
  if (!customer) throw new Error('a customer who leaves is not there')
  const { name, email, phone } = customer
  return editCustomer(db, signed(user, now), { number, name, email, phone, active: false })
}

function sentenceOf(
  { school }: DeskCaller<ReadDb>,
  { number: customer, to, keptAs: code, fromAccount, deactivate: ends }: Leaving,
  packages: readonly LeavingPackage[],
  invoice: string,
): string {
  const back = sumCents(packages.map(({ refund }) => refund))
  const kept = sumCents(packages.map((pack) => pack.kept))
  const amount = moneyText(back, school)
  const moved =
    to.how === 'tender'
      ? say('withdrawal.left_back', { amount, customer, method: to.method })
      : say('withdrawal.left_moved', { amount, ref: to.package })
  const parts = [
    back > 0 && moved,
    kept > 0 && say('withdrawal.left_kept', { amount: moneyText(kept, school), code, invoice }),
    fromAccount > 0 && say('withdrawal.left_paid_out', { amount: moneyText(fromAccount, school) }),
    packages.length > 0 &&
      say('withdrawal.left_packages', { customer, packages: packages.map(({ ref }) => ref).join(', ') }),
    ends && say('withdrawal.left_deactivated', { customer }),
  ]
  return parts.filter((part) => part !== false).join(' ')
}
