import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import type { AccountBalance } from './account-balances.ts'

/** The figures of one line of a customer package. */
export interface LineFigures {
  readonly included: Hundredths
  readonly used: Hundredths
  readonly remaining: Hundredths
  readonly pending: Hundredths
  readonly dollarsIncluded: Cents
  readonly dollarsUsed: Cents
  readonly dollarsRemaining: Cents
}

/** The money of one customer package. */
export interface MoneyFigures {
  readonly paid: Cents
  readonly owed: Cents
  readonly funds: Cents
}

/** The price of a customer package: what its lines include. Lapsing lowers it. */
export function priceOf(balances: readonly AccountBalance[]): Cents {
  const included = balances.filter(({ kind }) => kind === 'line_included')
  return cents(-included.reduce((sum, { amount }) => sum + amount, 0))
}

/** The three amounts that people confuse, from the balances of a customer package's accounts. */
export function moneyFigures(price: Cents, balances: readonly AccountBalance[]): MoneyFigures {
  const paid = cents(-amountOf(balances, 'package_paid'))
  const drawn = amountOf(balances, 'package_drawn')
  return { paid, owed: cents(price - paid), funds: cents(paid - drawn) }
}

/**
 * Still to be paid for what remains: dollars remaining, pending included, less package funds. Another amount than owed
 * wherever something was used that package funds did not pay.
 */
export function stillToPay(lines: readonly Pick<LineFigures, 'dollarsRemaining'>[], funds: Cents): Cents {
  return cents(lines.reduce((sum, { dollarsRemaining }) => sum + dollarsRemaining, 0) - funds)
}

/** The figures of a line, from the balances of its four accounts. */
export function lineFigures(line: number, balances: readonly AccountBalance[]): LineFigures {
  const at = (kind: string) => balances.find((balance) => balance.kind === kind && balance.line === line)
  const included = at('line_included')
  const used = at('line_used')
  const includedQuantity = -(included?.quantity ?? 0)
  const includedAmount = -(included?.amount ?? 0)
  return {
    included: hundredths(includedQuantity),
    used: hundredths(used?.quantity ?? 0),
    remaining: hundredths(includedQuantity - (used?.quantity ?? 0)),
    pending: hundredths(at('line_pending')?.quantity ?? 0),
    dollarsIncluded: cents(includedAmount),
    dollarsUsed: cents(used?.amount ?? 0),
    dollarsRemaining: cents(includedAmount - (used?.amount ?? 0)),
  }
}

function amountOf(balances: readonly AccountBalance[], kind: string): number {
  return balances.find((balance) => balance.kind === kind)?.amount ?? 0
}
