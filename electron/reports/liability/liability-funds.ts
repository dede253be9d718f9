import type { AccountsMovement, FundsMovement } from '../../../shared/contract/liability.ts'
import { cents } from '../../../shared/money.ts'
import type { Money } from '../../billing/actions/action.ts'
import { moneyOf } from '../../billing/moved-money.ts'
import type { SumsByAction } from './liability-sums.ts'

type Part<Kind extends 'funds' | 'account'> = NonNullable<NonNullable<Money[Kind]>['debit']>

/** What is counted with its sign: more or less than nothing. */
const SIGNED = ['broughtOver', 'merged']

/** The movement of package funds from the sums of their postings. Throws where an action is none that moves funds. */
export function fundsMovement(sums: readonly SumsByAction[]): FundsMovement {
  const { parts, opening } = partsOf(sums, 'funds')
  const part = (name: Part<'funds'>) => cents(parts.get(name) ?? 0)
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
  const { parts, opening } = partsOf(sums, 'account')
  const part = (name: Part<'account'>) => cents(parts.get(name) ?? 0)
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

function partsOf<Kind extends 'funds' | 'account'>(
  sums: readonly SumsByAction[],
  kind: Kind,
): { parts: ReadonlyMap<Part<Kind>, number>; opening: number } {
  const parts = new Map<Part<Kind>, number>()
  let opening = 0
  const add = (action: string, side: 'debit' | 'credit', amount: number) => {
    if (amount === 0) return
    const name = moneyOf(action)?.[kind]?.[side] as Part<Kind> | undefined
    if (name === undefined)
      throw new Error(
        `the liability report knows no ${side} by ${action}: its declaration says as what it counts, in money`,
      )
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
