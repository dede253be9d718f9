import type { LineKind } from '../../../shared/contract/values.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { nothingRemains, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { EMPTY_HOLDING, lineDollars, type LineTerms } from '../draw.ts'
import { lineMovement } from '../movement.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { BillingTerms } from '../terms.ts'

/** A line of a package as the school sells it, with the catalogue's tax of today. */
export interface OfferedLine extends LineTerms {
  readonly line: number
  readonly code: string
  readonly kind: LineKind
  readonly quantity: Hundredths
}

export interface OfferedPackage {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly lines: readonly OfferedLine[]
}

export interface AddToPackage extends ActionHeader {
  /** id for the new customer package */
  readonly newId: number
  readonly customer: { readonly id: number; readonly number: string; readonly name: string }
  readonly offered: OfferedPackage
  /** the customer's earlier copies of the same package */
  readonly earlier: readonly CustomerPackage[]
}

/**
 * Sells a package to a customer: a copy with quantities, rates, tax and price frozen now.
 * Refused: no_lines; still_remaining where an earlier copy of the same package is not used up.
 */
export function addToPackage(terms: BillingTerms, command: AddToPackage): Outcome<Recording> {
  const { customer, offered } = command
  if (offered.lines.length === 0) {
    return refused('no_lines', `The package ${offered.code} has no hours and no items.`, {
      remedy: 'Add lines to the package first.',
      field: 'package',
    })
  }
  const unused = command.earlier.find((pack) => !pack.removed && !nothingRemains(pack))
  if (unused) {
    return refused(
      'still_remaining',
      `${customer.name} still has something remaining on ${unused.ref}, which is the same package.`,
      {
        remedy: 'Use it up, or remove the customer from it, before selling the package again.',
        field: 'package',
      },
    )
  }
  return done(sale(terms, command))
}

function sale(terms: BillingTerms, command: AddToPackage): Recording {
  const { customer, offered, newId } = command
  const sold = offered.lines.map((line) => ({ line, dollars: lineDollars(line, line.quantity, terms.minorDigits) }))
  const price = sumCents(sold.map(({ dollars }) => dollars))
  const adds: CustomerPackage = {
    id: newId,
    ref: command.ref,
    customerId: customer.id,
    packageId: offered.id,
    added: command.date,
    price,
    paid: cents(0),
    drawn: cents(0),
    removed: false,
    lines: offered.lines.map(emptyLine),
  }
  const postings = sold.flatMap(({ line, dollars }) =>
    lineMovement(newId, line, 'line_included', 'line_available', { quantity: line.quantity, dollars }),
  )
  const frozen = sold.map(({ line, dollars }) => [line.code, line.quantity, line.rate, line.taxPercent, dollars])
  const entry = entryOf('add_to_package', command, {
    terms: frozen,
    postings,
    history: [{ subject: newId, action: 'added_to_package', amount: price }],
  })
  return { entry, adds }
}

function emptyLine({ line, code, kind, rate, taxPercent }: OfferedLine): PackageLine {
  return { line, code, kind, rate, taxPercent, available: EMPTY_HOLDING, pending: EMPTY_HOLDING, used: EMPTY_HOLDING }
}
