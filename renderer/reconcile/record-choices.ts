import type { CallOutput } from '../../shared/contract/index.ts'
import type { OpenLine } from '../../shared/contract/reconcile.ts'
import type { CountedTender } from '../../shared/contract/closings.ts'
import type { Source } from '../../shared/contract/reconcile-file.ts'
import { cents, type Cents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'
import type { Overview } from '../invoices/invoices-queries.ts'
import type { Filled } from '../packages/actions/action-view.ts'
import type { Place } from '../ui/places.ts'

export type ReversiblePayment = CallOutput<'reconcile.reversible'>['payments'][number] & {
  /** its day in words */
  readonly day: string
}

/** What a line can be recorded as. */
export interface RecordChoice {
  readonly value: string
  readonly label: string
  readonly place: Place
}

/** What the form of the desk begins with: all that the line says. */
function filledFrom(line: OpenLine, source: Source): Required<Pick<Filled, 'amount' | 'method' | 'date' | 'note'>> {
  return {
    amount: cents(Math.abs(line.amount)),
    method: mainTender(source),
    date: line.date,
    note: line.reference || line.text,
  }
}

/**
 * The ways to record a line for a customer, the likeliest first: an invoice on which exactly as much is due, a package
 * on which as much is owed, the account, then the others. What went back takes a payment of its amount back (a
 * chargeback, a check returned), or is a refund of a package, or a withdrawal.
 */
export function recordChoices(
  line: OpenLine,
  source: Source,
  overview: Overview,
  written: (amount: Cents) => string,
  reversible: readonly ReversiblePayment[] = [],
): readonly RecordChoice[] {
  const filled = filledFrom(line, source)
  const { amount } = filled
  const cameIn = line.amount > 0
  const customer = overview.customer.number
  const invoices = cameIn ? ofInvoices(overview, written) : []
  const packages = ofPackages(overview, cameIn, filled, written)
  const account: RecordChoice = {
    value: 'account',
    label: cameIn ? say('reconcile.deposit_into_the_account') : say('reconcile.withdrawal_from_the_account'),
    place: { of: 'action', view: { kind: cameIn ? 'deposit' : 'withdraw', customer, filled } },
  }
  return [
    ...ofReversals(reversible, customer),
    ...invoices.filter(({ most }) => most === amount),
    ...packages.filter(({ most }) => most >= amount),
    account,
    ...invoices.filter(({ most }) => most !== amount),
    ...packages.filter(({ most }) => most < amount),
  ]
}

/** The payments of the customer that the line may take back. */
function ofReversals(reversible: readonly ReversiblePayment[], customer: string): readonly RecordChoice[] {
  return reversible
    .filter(({ customerNumber }) => customerNumber === customer)
    .map(({ key, standing, amount, tender, date, day, ref, recordedAs }) => ({
      value: `reversal ${key}`,
      label: say('reconcile.reversal_of_payment', {
        payment: recordedAs === ref ? ref : `${recordedAs}, ${ref}`,
        day,
      }),
      place: {
        of: 'action',
        view: {
          kind: 'reversePayment',
          payment: { customer, payment: standing, amount, method: tender, date, payer: '' },
        },
      },
    }))
}

/** A choice with the most that can be recorded there. */
type Limited = RecordChoice & { readonly most: Cents }

function ofPackages(
  { customer, packages }: Overview,
  cameIn: boolean,
  filled: Filled,
  written: (amount: Cents) => string,
): readonly Limited[] {
  return packages
    .filter(({ status }) => status !== 'removed')
    .flatMap(({ ref, packageName, owed, funds }): Limited[] => {
      const most = cameIn ? owed : funds
      if (most === null || most <= 0) return []
      const label = cameIn
        ? say('reconcile.package_payment_on_packagename_ref', { packageName, ref, most: written(most) })
        : say('reconcile.package_refund_of_packagename_ref', { packageName, ref, most: written(most) })
      const kind = cameIn ? 'pay' : 'refund'
      return [
        {
          value: `package ${ref}`,
          label,
          most,
          place: { of: 'action', view: { kind, customer: customer.number, ref, filled } },
        },
      ]
    })
}

/** The form of an invoice knows itself what is due; the day and the tender are chosen there. */
function ofInvoices({ invoices }: Overview, written: (amount: Cents) => string): readonly Limited[] {
  return (invoices ?? [])
    .filter(({ status, due }) => (status === 'open' || status === 'partially_paid') && due > 0)
    .map(({ ref, due }) => ({
      value: `invoice ${ref}`,
      label: say('reconcile.payment_of_invoice_ref_due_due', { ref, due: written(due) }),
      most: due,
      place: { of: 'invoice', view: { kind: 'pay', ref } },
    }))
}

/** Card where the source reports cards, else the first of its tenders. */
function mainTender({ tenders }: Source): CountedTender {
  return tenders.includes('card') ? 'card' : (tenders[0] ?? 'card')
}
