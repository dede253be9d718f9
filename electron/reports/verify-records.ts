import type { Finding } from '../ledger/finding.ts'
import { nothingRemains, funds, hoursOf, owed, statusOf } from '../billing/customer-package.ts'
import { readCustomerPackages } from '../billing/customer-package-store.ts'
import type { ReadDb } from '../storage/database.ts'

const ROWS_A_READING = 500

/**
 * What is kept beside the ledger for the screens, and the frozen terms, agree with the ledger: the Packages tab's rows,
 * the terms of customer packages and the lines of invoices.
 */
export async function verifyRecords(db: ReadDb): Promise<Finding[]> {
  return [
    ...(await verifyPackages(db)),
    ...(await verifyFrozenTerms(db, 'add_to_package')),
    ...(await verifyFrozenTerms(db, 'invoice')),
  ]
}

async function verifyPackages(db: ReadDb): Promise<Finding[]> {
  const removed = await db
    .selectFrom('history')
    .select('customer_package_id')
    .where('action', '=', 'removed_from_package')
    .execute()
  const removedIds = new Set(removed.map((row) => row.customer_package_id))
  const findings: Finding[] = []
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('package_list as l')
      .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
      .selectAll('l')
      .select('p.ref')
      .where('l.customer_package_id', '>', last)
      .orderBy('l.customer_package_id')
      .limit(ROWS_A_READING)
      .execute()
    for (const row of rows) {
      last = row.customer_package_id
      const [pack] = await readCustomerPackages(db, { id: last })
      if (!pack) continue
      const hours = hoursOf(pack)
      const kept = [row.price, row.paid, row.owed, row.funds, row.hours_included, row.hours_remaining, row.status]
      const given = { ...pack, removed: removedIds.has(pack.id) }
      const right = [pack.price, pack.paid, owed(pack), funds(pack), hours.included, hours.remaining, statusOf(given)]
      if (JSON.stringify(kept) !== JSON.stringify(right)) {
        findings.push(
          record(null, `The list shows ${row.ref} as ${kept.join(' / ')}; the ledger gives ${right.join(' / ')}.`),
        )
      }
      if (nothingRemains(pack) && pack.lines.some((line) => line.available.dollars + line.pending.dollars !== 0)) {
        findings.push(record(null, `${row.ref} holds odd cents on an empty line.`))
      }
    }
    if (rows.length < ROWS_A_READING) return findings
  }
}

/** The frozen rates, taxes and amounts stand in the entry's document, which the hash covers. */
async function verifyFrozenTerms(db: ReadDb, action: 'add_to_package' | 'invoice'): Promise<Finding[]> {
  const findings: Finding[] = []
  let last = 0
  for (;;) {
    const entries = await db
      .selectFrom('entries')
      .select(['number', 'ref', 'document'])
      .where('action', '=', action)
      .where('number', '>', last)
      .orderBy('number')
      .limit(ROWS_A_READING)
      .execute()
    for (const { number, ref, document } of entries) {
      last = number
      const held = action === 'invoice' ? await invoiceTerms(db, ref) : await packageTerms(db, ref)
      const frozen = (JSON.parse(document) as { terms?: (string | number)[][] }).terms ?? []
      const compared = action === 'invoice' ? frozen : frozen.map(([code, , rate, tax]) => [code, rate, tax])
      if (JSON.stringify(held) !== JSON.stringify(compared)) {
        findings.push(record(number, `The terms kept for ${ref} are not those that entry ${number} froze.`))
      }
    }
    if (entries.length < ROWS_A_READING) return findings
  }
}

async function invoiceTerms(db: ReadDb, ref: string): Promise<number[][]> {
  const rows = await db
    .selectFrom('invoice_lines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoice_id')
    .select(['l.rate', 'l.tax_percent', 'l.amount'])
    .where('i.ref', '=', ref)
    .orderBy('l.line')
    .execute()
  return rows.map((row) => [row.rate, row.tax_percent, row.amount])
}

async function packageTerms(db: ReadDb, ref: string): Promise<(string | number)[][]> {
  const rows = await db
    .selectFrom('customer_package_lines as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .select(['l.code', 'l.rate', 'l.tax_percent'])
    .where('p.ref', '=', ref)
    .orderBy('l.line')
    .execute()
  return rows.map((row) => [row.code, row.rate, row.tax_percent])
}

function record(entry: number | null, message: string): Finding {
  return { check: 'records', entry, message }
}
