import type { OpenLine, RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { Settlement } from './reconcile-store.ts'
import { inWords } from '../../billing/terms.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { cents } from '../../../shared/money.ts'

/**
 * Settles lines with payments that belong together. One side has one member at least; where the amounts differ a note
 * says why. Refused: invalid_input at `note`.
 */
export function settle(
  terms: MoneyStyle,
  lines: readonly OpenLine[],
  payments: readonly RecordedPayment[],
  note: string,
): Outcome<Settlement> {
  const total = (sides: readonly { readonly amount: number }[]) => sides.reduce((sum, { amount }) => sum + amount, 0)
  const difference = cents(total(lines) - total(payments))
  if (difference !== 0 && note.trim() === '') {
    return refused('invalid_input', `The amounts differ by ${inWords(terms, cents(Math.abs(difference)))}.`, {
      field: 'note',
      remedy: 'Write why, for instance that a fee was kept back.',
    })
  }
  return done({
    kind: 'matched',
    lines: lines.map(({ id }) => id),
    payments: payments.map(({ entry, tender }) => ({ entry, tender })),
    difference,
    note: note.trim(),
  })
}

/** The parts of a line come to the line, and none of them is nothing. Refused: invalid_input at `amounts`. */
export function splitFits(terms: MoneyStyle, line: OpenLine, amounts: readonly number[]): Outcome<null> {
  const left = line.amount - amounts.reduce((sum, amount) => sum + amount, 0)
  if (left !== 0) {
    return refused('invalid_input', `The parts leave ${inWords(terms, cents(left))} of the line.`, {
      field: 'amounts',
      remedy: 'Write parts that come to its amount.',
    })
  }
  if (amounts.some((amount) => amount === 0 || Math.sign(amount) !== Math.sign(line.amount))) {
    return refused('invalid_input', 'Every part must be more than nothing, and go the same way as the line.', {
      field: 'amounts',
    })
  }
  return done(null)
}
