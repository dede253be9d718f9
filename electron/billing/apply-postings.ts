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
  let { paid, drawn, price } = pack
  const lines = [...pack.lines]
  for (const posting of postings) {
    if (posting.account.owner !== pack.id) continue
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
        const place = lines.findIndex(({ line }) => line === posting.account.line)
        const line = lines[place]
        if (!line) throw new Error(`${pack.ref} has no line ${posting.account.line}`)
        lines[place] = withPosting(line, posting.account.kind, posting)
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
  return checked({ ...pack, paid, drawn, price, lines })
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
    insistOnHolding(pack, line, line.available)
    insistOnHolding(pack, line, line.pending)
    insistOnHolding(pack, line, line.used)
  }
  // Below zero it falls by the reversal of a payment that was refunded before.
  if (pack.paid > pack.price) throw new Error(`${pack.ref} would be paid ${pack.paid} of ${pack.price}`)
  return pack
}

function insistOnHolding({ ref }: CustomerPackage, { code }: PackageLine, { quantity, dollars }: Holding): void {
  if (quantity < 0 || dollars < 0) throw new Error(`${ref} ${code} would go below zero`)
  if (quantity === 0 && dollars !== 0) throw new Error(`${ref} ${code} would hold odd cents on nothing`)
}
