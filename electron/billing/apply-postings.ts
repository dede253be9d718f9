import type { Posting } from '../ledger/account.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import type { CustomerPackage, PackageLine } from './customer-package.ts'
import type { Holding } from './draw.ts'

/**
 * A customer package after postings: the one place where postings become balances, for preview and posting alike.
 * Throws where an invariant of the billing rules would break; that is a bug, not a refusal.
 */
export function applyPostings(pack: CustomerPackage, postings: readonly Posting[]): CustomerPackage {
  const mine = postings.filter(({ account }) => account.owner === pack.id)
  let { paid, drawn, price } = pack
  const lines = new Map(pack.lines.map((line) => [line.line, line]))
  for (const posting of mine) {
    switch (posting.account.kind) {
      case 'package_paid':
        paid = cents(paid - posting.amount)
        break
      case 'package_drawn':
        drawn = cents(drawn + posting.amount)
        break
      case 'line_available':
      case 'line_pending':
      case 'line_used': {
        const line = lines.get(posting.account.line)
        if (!line) throw new Error(`${pack.ref} has no line ${posting.account.line}`)
        lines.set(line.line, withPosting(line, posting.account.kind, posting))
        break
      }
      case 'line_included':
        // The other side of what the lines hold: together it is the price.
        price = cents(price - posting.amount)
        break
      default:
        // Accounts of other kinds belong to other owners.
        break
    }
  }
  return checked({ ...pack, paid, drawn, price, lines: [...lines.values()] })
}

function withPosting(
  line: PackageLine,
  kind: 'line_available' | 'line_pending' | 'line_used',
  posting: Posting,
): PackageLine {
  switch (kind) {
    case 'line_available':
      return { ...line, available: plus(line.available, posting) }
    case 'line_pending':
      return { ...line, pending: plus(line.pending, posting) }
    case 'line_used':
      return { ...line, used: plus(line.used, posting) }
  }
}

function plus(holding: Holding, posting: Posting): Holding {
  return { quantity: hundredths(holding.quantity + posting.quantity), dollars: cents(holding.dollars + posting.amount) }
}

function checked(pack: CustomerPackage): CustomerPackage {
  for (const line of pack.lines) {
    for (const holding of [line.available, line.pending, line.used]) {
      if (holding.quantity < 0 || holding.dollars < 0) throw new Error(`${pack.ref} ${line.code} would go below zero`)
      if (holding.quantity === 0 && holding.dollars !== 0)
        throw new Error(`${pack.ref} ${line.code} would hold odd cents on nothing`)
    }
  }
  // Below zero it falls by the reversal of a payment that was refunded before.
  if (pack.paid > pack.price) throw new Error(`${pack.ref} would be paid ${pack.paid} of ${pack.price}`)
  return pack
}
