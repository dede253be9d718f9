import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { lineByCode, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { drawDollars, quantityFor, type Holding } from '../draw.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { firstRefusal, failure, notRemoved, type Check } from '../refusals.ts'
import { quantityInWords, type BillingTerms } from '../terms.ts'

export interface TransferHours extends ActionHeader {
  readonly pack: CustomerPackage
  /** code of the giving hour type */
  readonly code: string
  readonly quantity: Hundredths
  /** code of the receiving hour type */
  readonly to: string
}

/**
 * Moves hours between two hour types of one customer package. The dollars follow the draw rule; the receiving line
 * gets what they buy at its gross rate, cut down to hundredths, and keeps the odd cents. The price does not change.
 * Refused: removed, not_found, not_transferable, invalid_input, more_than_available.
 */
export function transferHours(terms: BillingTerms, command: TransferHours): Outcome<Recording> {
  const { pack, quantity } = command
  const giving = hourLine(pack, command.code, 'code')
  if (!giving.ok) return giving
  const receiving = hourLine(pack, command.to, 'to')
  if (!receiving.ok) return receiving
  const refusal = firstRefusal(notRemoved(pack), mayGive(giving.value, receiving.value, quantity))
  if (refusal) return { ok: false, failure: refusal }
  const dollars = drawDollars(giving.value, giving.value.available, quantity, terms.minorDigits)
  const received = quantityFor(receiving.value, dollars, terms.minorDigits)
  if (received === undefined || received === 0) {
    return refused('not_transferable', `${quantityInWords(quantity, command.code)} buys no hours of ${command.to}.`, {
      remedy: 'Transfer more hours, or choose another hour type.',
      field: 'quantity',
    })
  }
  return done(
    movedHours(command, giving.value, receiving.value, { quantity, dollars }, { quantity: received, dollars }),
  )
}

function movedHours(
  command: TransferHours,
  from: PackageLine,
  to: PackageLine,
  given: Holding,
  received: Holding,
): Recording {
  const { pack } = command
  return {
    entry: entryOf('transfer_hours', command, {
      postings: [
        ...lineMovement(pack.id, from, 'line_available', 'line_included', given),
        ...lineMovement(pack.id, to, 'line_included', 'line_available', received),
      ],
      history: [{ subject: pack.id, action: 'transfer_hours', amount: given.dollars }],
    }),
  }
}

function hourLine(pack: CustomerPackage, code: string, field: string): Outcome<PackageLine> {
  const line = lineByCode(pack, code)
  if (!line) {
    return refused('not_found', `${pack.ref} has no line for ${code}.`, {
      remedy: 'Choose an hour type of this package.',
      field,
    })
  }
  if (line.kind !== 'hour') {
    return refused('not_transferable', `${code} is not an hour type.`, {
      remedy: 'Only hours can be transferred.',
      field,
    })
  }
  return done(line)
}

function mayGive(from: PackageLine, to: PackageLine, quantity: Hundredths): Check {
  if (from.line === to.line)
    return failure('not_transferable', 'The hours are on this hour type already.', 'to', 'Choose another hour type.')
  if (quantity <= 0) return failure('invalid_input', 'The quantity must be more than 0.', 'quantity')
  if (quantity <= from.available.quantity) return undefined
  return failure(
    'more_than_available',
    `${quantityInWords(quantity, from.code)} is more than the ${quantityInWords(from.available.quantity, from.code)} available.`,
    'quantity',
    'Transfer at most what is available.',
  )
}
