import type { ReadDb } from '../../storage/database.ts'

/** A posting of the journal: money where `quantityOf` is null, else hundredths of that code. */
export interface JournalPosting {
  readonly account: string
  readonly quantityOf: string | null
  readonly value: number
}

interface LedgerPosting {
  readonly kind: string
  readonly owner: number
  readonly line: number
  readonly commodity: string
  readonly quantity: number
  readonly amount: number
}

/** Which part of a customer package's line an account is: what is pending still remains. */
const LINE_PARTS: Readonly<Record<string, { readonly hours: string; readonly dollars: string }>> = {
  line_included: { hours: 'included', dollars: 'included' },
  line_available: { hours: 'hours', dollars: 'remaining' },
  line_pending: { hours: 'hours', dollars: 'remaining' },
  line_used: { hours: 'used', dollars: 'used' },
}

/** Puts the ledger's postings under the journal's account names; those of one account become one, zeros none. */
export async function journalAccounts(db: ReadDb): Promise<(postings: readonly LedgerPosting[]) => JournalPosting[]> {
  const names = {
    packages: byId(await db.selectFrom('customer_packages').select(['id', 'ref as name']).execute()),
    customers: byId(await db.selectFrom('customers').select(['id', 'number as name']).execute()),
    invoices: byId(await db.selectFrom('invoices').select(['id', 'ref as name']).execute()),
    catalogue: byId(await db.selectFrom('catalogue').select(['id', 'code as name']).execute()),
  }
  return (postings) => {
    const merged = new Map<string, JournalPosting>()
    for (const posting of postings) {
      for (const part of journalPostings(posting, names)) {
        const key = `${part.account} ${part.quantityOf}`
        merged.set(key, { ...part, value: part.value + (merged.get(key)?.value ?? 0) })
      }
    }
    return [...merged.values()].filter(({ value }) => value !== 0)
  }
}

type Names = Readonly<Record<'packages' | 'customers' | 'invoices' | 'catalogue', ReadonlyMap<number, string>>>

function journalPostings(posting: LedgerPosting, names: Names): JournalPosting[] {
  const { kind, owner, commodity, quantity, amount } = posting
  const part = LINE_PARTS[kind]
  if (!part) return [{ account: moneyAccount(kind, owner, names), quantityOf: null, value: amount }]
  const ref = named(names.packages, owner)
  return [
    { account: `${part.hours}:${ref}:${commodity}`, quantityOf: commodity, value: quantity },
    { account: `dollars:${ref}:${commodity}:${part.dollars}`, quantityOf: null, value: amount },
  ]
}

function moneyAccount(kind: string, owner: number, names: Names): string {
  switch (kind) {
    case 'package_paid':
    case 'package_drawn':
      return `packages:${named(names.packages, owner)}:funds`
    case 'customer_account':
      return `accounts:${named(names.customers, owner)}`
    case 'invoice':
      return `invoices:${named(names.invoices, owner)}`
    case 'sales':
      return `sales:${named(names.catalogue, owner)}`
    case 'cash_rounding':
    case 'brought_over':
    case 'lapsed':
      return kind
    default:
      return `tenders:${kind}`
  }
}

function named(names: ReadonlyMap<number, string>, id: number): string {
  const name = names.get(id)
  if (name === undefined) throw new Error(`the ledger posts to ${id}, which has no name`)
  return name
}

function byId(rows: readonly { readonly id: number; readonly name: string }[]): ReadonlyMap<number, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
