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
}

type AccountsPart = Exclude<keyof AccountsMovement, 'opening' | 'closing'>

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
  }
  const { payments, transfersIn, transfersOut, drawn, refunded, givenBack } = movement
  const closing = opening + payments + transfersIn - transfersOut - drawn - refunded + givenBack
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
  }
  const { deposits, transfersIn, givenBack, paid, withdrawals } = movement
  const closing = opening + deposits + transfersIn + givenBack - paid - withdrawals
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
    parts.set(name, (parts.get(name) ?? 0) + amount)
  }
  for (const { action, before, debits, credits } of sums) {
    opening -= before
    add(action, 'debit', debits)
    add(action, 'credit', -credits)
  }
  return { parts, opening: opening === 0 ? 0 : opening }
}
