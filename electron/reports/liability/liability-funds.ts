import type { AccountsMovement, FundsMovement } from '../../../shared/contract/liability.ts'
import { cents } from '../../../shared/money.ts'
import type { SumsByAction } from './liability-sums.ts'

type Part = Exclude<keyof FundsMovement, 'opening' | 'closing'>

/** How a posting on package funds counts, by its action and side; debits lower the funds, credits raise them. */
const FUNDS_PARTS: Readonly<Record<string, { readonly debit?: Part; readonly credit?: Part }>> = {
  package_payment: { credit: 'payments' },
  package_refund: { debit: 'refunded' },
  transfer_funds: { debit: 'transfersOut', credit: 'transfersIn' },
  invoice_payment: { debit: 'drawn' },
  invoice_refund: { credit: 'givenBack' },
  invoice_void: { credit: 'givenBack' },
  invoice_delete: { credit: 'givenBack' },
  payment_reversal: { debit: 'reversed' },
  opening_payment: { credit: 'broughtOver' },
  opening_use: { debit: 'broughtOver' },
  opening_reversal: { debit: 'broughtOver', credit: 'broughtOver' },
  lapse_package: { debit: 'lapsed' },
}

/** What is counted with its sign: more or less than nothing. */
const SIGNED = ['broughtOver', 'merged']

type AccountsPart = Exclude<keyof AccountsMovement, 'opening' | 'closing'> | 'merged'

/** The same for customers' accounts. */
const ACCOUNTS_PARTS: Readonly<Record<string, { readonly debit?: AccountsPart; readonly credit?: AccountsPart }>> = {
  account_deposit: { credit: 'deposits' },
  account_withdrawal: { debit: 'withdrawals' },
  package_payment: { debit: 'paid' },
  invoice_payment: { debit: 'paid' },
  package_refund: { credit: 'givenBack' },
  transfer_funds: { credit: 'transfersIn' },
  invoice_refund: { credit: 'givenBack' },
  invoice_void: { credit: 'givenBack' },
  invoice_delete: { credit: 'givenBack' },
  invoice_payment_reversal: { credit: 'givenBack' },
  payment_reversal: { debit: 'reversed', credit: 'givenBack' },
  opening_account: { credit: 'broughtOver' },
  opening_reversal: { debit: 'broughtOver' },
  merge_customer: { debit: 'merged', credit: 'merged' },
}

/** The movement of package funds from the sums of their postings. Throws where an action is none that moves funds. */
export function fundsMovement(sums: readonly SumsByAction[]): FundsMovement {
  const { parts, opening } = partsOf(sums, FUNDS_PARTS)
  const part = (name: Part) => cents(parts.get(name) ?? 0)
  const movement = {
    payments: part('payments'),
    transfersIn: part('transfersIn'),
    transfersOut: part('transfersOut'),
    drawn: part('drawn'),
    refunded: part('refunded'),
    givenBack: part('givenBack'),
    reversed: part('reversed'),
    broughtOver: part('broughtOver'),
    lapsed: part('lapsed'),
  }
  const { payments, transfersIn, transfersOut, drawn, refunded, givenBack, reversed, broughtOver, lapsed } = movement
  const closing =
    opening + payments - reversed + broughtOver + transfersIn - transfersOut - drawn - refunded + givenBack - lapsed
  return { opening: cents(opening), ...movement, closing: cents(closing) }
}

/** The movement of customers' accounts from the sums of their postings. */
export function accountsMovement(sums: readonly SumsByAction[]): AccountsMovement {
  const { parts, opening } = partsOf(sums, ACCOUNTS_PARTS)
  const part = (name: AccountsPart) => cents(parts.get(name) ?? 0)
  const movement = {
    deposits: part('deposits'),
    transfersIn: part('transfersIn'),
    givenBack: part('givenBack'),
    paid: part('paid'),
    withdrawals: part('withdrawals'),
    reversed: part('reversed'),
    broughtOver: part('broughtOver'),
  }
  const { deposits, transfersIn, givenBack, paid, withdrawals, reversed, broughtOver } = movement
  // What a merge moves leaves one account for another: together it is nothing.
  const closing =
    opening + deposits - reversed + broughtOver + transfersIn + givenBack - paid - withdrawals + part('merged')
  return { opening: cents(opening), ...movement, closing: cents(closing) }
}

function partsOf<Name extends string>(
  sums: readonly SumsByAction[],
  named: Readonly<Record<string, { readonly debit?: Name; readonly credit?: Name }>>,
): { parts: ReadonlyMap<Name, number>; opening: number } {
  const parts = new Map<Name, number>()
  let opening = 0
  const add = (action: string, side: 'debit' | 'credit', amount: number) => {
    if (amount === 0) return
    const name = named[action]?.[side]
    if (name === undefined) throw new Error(`the liability report knows no ${side} by ${action}`)
    const signed = SIGNED.includes(name) && side === 'debit' ? -amount : amount
    parts.set(name, (parts.get(name) ?? 0) + signed)
  }
  for (const { action, before, debits, credits } of sums) {
    opening -= before
    add(action, 'debit', debits)
    add(action, 'credit', -credits)
  }
  return { parts, opening: opening === 0 ? 0 : opening }
}
