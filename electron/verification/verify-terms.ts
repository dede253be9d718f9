import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'

const ENTRIES_A_READING = 500

type Terms = readonly (readonly (string | number)[])[]

/** Whose it is, rates, taxes and amounts stand in the entry's document, which the hash covers; the tables must agree. */
export async function verifyFrozenTerms(db: ReadDb, action: 'add_to_package' | 'invoice'): Promise<Finding[]> {
  const findings: Finding[] = []
  const merged = await mergedNumbers(db)
  let last = 0
  for (;;) {
    const entries = await db
      .selectFrom('entries')
      .select(['number', 'ref', 'document'])
      .where('action', '=', action)
      .where('number', '>', last)
      .orderBy('number')
      .limit(ENTRIES_A_READING)
      .execute()
    const refs = entries.map(({ ref }) => ref)
    const held = action === 'invoice' ? await invoiceTerms(db, refs) : await packageTerms(db, refs)
    const owners = await ownersOf(db, action, refs)
    for (const { number, ref, document } of entries) {
      last = number
      const { given, terms: frozen = [] } = JSON.parse(document) as {
        given: { customer?: string }
        terms?: (string | number)[][]
      }
      // A merged number's records belong to another customer since.
      if (owners.get(ref) !== given.customer && !merged.has(given.customer ?? '')) {
        findings.push({
          check: 'records',
          entry: number,
          message: `${ref} is kept for another customer than the one that entry ${number} names.`,
        })
      }
      const compared = action === 'invoice' ? frozen : frozen.map(([code, , rate, tax]) => [code, rate, tax])
      if (JSON.stringify(held.get(ref) ?? []) !== JSON.stringify(compared)) {
        findings.push({
          check: 'records',
          entry: number,
          message: `The terms kept for ${ref} are not those that entry ${number} froze.`,
        })
      }
    }
    if (entries.length < ENTRIES_A_READING) return findings
  }
}

/** The numbers of the customers whose they are, by ref. */
async function ownersOf(
  db: ReadDb,
  action: 'add_to_package' | 'invoice',
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map()
  const owned =
    action === 'invoice'
      ? db.selectFrom('invoices').select(['ref', 'customer_id']).where('ref', 'in', refs)
      : db.selectFrom('customer_packages').select(['ref', 'customer_id']).where('ref', 'in', refs)
  const rows = await db
    .selectFrom(owned.as('o'))
    .innerJoin('customers as c', 'c.id', 'o.customer_id')
    .select(['o.ref', 'c.number'])
    .execute()
  return new Map(rows.map(({ ref, number }) => [ref, number]))
}

async function invoiceTerms(db: ReadDb, refs: readonly string[]): Promise<Map<string, Terms>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .selectFrom('invoices as i')
    .innerJoin('invoice_lines as l', 'l.invoice_id', 'i.id')
    .select(['i.ref', 'l.rate', 'l.tax_percent', 'l.amount'])
    .where('i.ref', 'in', refs)
    .orderBy('i.id')
    .orderBy('l.line')
    .execute()
  return termsByRef(rows, (row) => [row.rate, row.tax_percent, row.amount])
}

async function packageTerms(db: ReadDb, refs: readonly string[]): Promise<Map<string, Terms>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customer_package_lines as l', 'l.customer_package_id', 'p.id')
    .select(['p.ref', 'l.code', 'l.rate', 'l.tax_percent'])
    .where('p.ref', 'in', refs)
    .orderBy('p.id')
    .orderBy('l.line')
    .execute()
  return termsByRef(rows, (row) => [row.code, row.rate, row.tax_percent])
}

function termsByRef<Row extends { ref: string }>(
  rows: readonly Row[],
  terms: (row: Row) => (string | number)[],
): Map<string, Terms> {
  return new Map([...Map.groupBy(rows, (row) => row.ref)].map(([ref, group]) => [ref, group.map(terms)]))
}

/** Numbers of customers that were merged into others. */
async function mergedNumbers(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('customers').select('number').where('merged_into', 'is not', null).execute()
  return new Set(rows.map(({ number }) => number))
}
