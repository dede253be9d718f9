import type { OpenLine, RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { Settlement } from './reconcile-store.ts'
import { inWords } from '../../billing/terms.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'

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
    return refused(
      'invalid_input',
      say('reconcile.the_amounts_differ_by_difference', { difference: inWords(terms, cents(Math.abs(difference))) }),
      {
        field: 'note',
        remedy: say('reconcile.write_why_for_instance_that_a_fee_was'),
      },
    )
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
    return refused(
      'invalid_input',
      say('reconcile.the_parts_leave_left_of_the_line', { left: inWords(terms, cents(left)) }),
      {
        field: 'amounts',
        remedy: say('reconcile.write_parts_that_come_to_its_amount'),
      },
    )
  }
  if (amounts.some((amount) => amount === 0 || Math.sign(amount) !== Math.sign(line.amount))) {
    return refused('invalid_input', say('reconcile.every_part_must_be_more_than_nothing_and'), {
      field: 'amounts',
    })
  }
  return done(null)
}
