import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import type { LineEffect } from '../../../shared/contract/packages.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

/** What one entry did to one customer package. */
export interface Effects {
  readonly paidChange: Cents
  readonly fundsChange: Cents
  /** in the order of the entry's postings: the order of the invoice, the giving line of a transfer first */
  readonly lines: readonly LineEffect[]
}

const NO_EFFECTS: Effects = { paidChange: cents(0), fundsChange: cents(0), lines: [] }

/** The effects of some entries on a customer package, by entry number; from the ledger's postings alone. */
export async function effectsOf(
  db: ReadDb,
  customerPackageId: number,
  entries: readonly number[],
): Promise<(entry: number) => Effects> {
  if (entries.length === 0) return () => NO_EFFECTS
  const rows = await db
    .selectFrom('postings as p')
    // A cross join is not reordered: the few entries are looked up, not all that an account ever had.
    .crossJoin('accounts as a')
    .select(['p.entry_number', 'a.kind', 'a.line', 'a.commodity', 'p.quantity', 'p.amount'])
    .where('p.entry_number', 'in', entries)
    .whereRef('a.id', '=', 'p.account_id')
    .where('a.owner', '=', customerPackageId)
    .where('a.kind', 'in', PACKAGE_KINDS)
    .orderBy('p.entry_number')
    .orderBy('p.place')
    .execute()
  return effectsIn(rows)
}

/** The same of entries between which no entry of the customer package is left out: a page of its history. */
export async function effectsBetween(
  db: ReadDb,
  customerPackageId: number,
  entries: readonly number[],
): Promise<(entry: number) => Effects> {
  if (entries.length === 0) return () => NO_EFFECTS
  const span = { first: Math.min(...entries), last: Math.max(...entries) }
  return effectsIn(await postingsBetween(db, { id: customerPackageId, ...span }))
}

const postingsBetween = prepared(['id', 'first', 'last'], (db, slots) =>
  db
    .selectFrom('history as h')
    .crossJoin('postings as p')
    .crossJoin('accounts as a')
    .select(['p.entry_number', 'a.kind', 'a.line', 'a.commodity', 'p.quantity', 'p.amount'])
    .where('h.customer_package_id', '=', slots.id)
    .where('h.entry_number', '>=', slots.first)
    .where('h.entry_number', '<=', slots.last)
    .whereRef('p.entry_number', '=', 'h.entry_number')
    .whereRef('a.id', '=', 'p.account_id')
    .where('a.owner', '=', slots.id)
    .where('a.kind', 'in', PACKAGE_KINDS)
    .orderBy('p.entry_number')
    .orderBy('p.place'),
)

function effectsIn(rows: readonly (PostingRow & { readonly entry_number: number })[]): (entry: number) => Effects {
  const byEntry = Map.groupBy(rows, (row) => row.entry_number)
  return (entry) => effects(byEntry.get(entry) ?? [])
}

interface PostingRow {
  readonly kind: string
  readonly line: number
  readonly commodity: string
  readonly quantity: number
  readonly amount: number
}

function effects(postings: readonly PostingRow[]): Effects {
  let paid = 0
  let drawn = 0
  const lines = new Map<number, { code: string; included: [number, number]; used: [number, number] }>()
  for (const { kind, line, commodity, quantity, amount } of postings) {
    if (kind === 'package_paid') paid -= amount
    if (kind === 'package_drawn') drawn += amount
    if (kind !== 'line_included' && kind !== 'line_used') continue
    const effect = lines.get(line) ?? { code: commodity, included: [0, 0], used: [0, 0] }
    if (kind === 'line_included') effect.included = [effect.included[0] - quantity, effect.included[1] - amount]
    else effect.used = [effect.used[0] + quantity, effect.used[1] + amount]
    lines.set(line, effect)
  }
  return {
    paidChange: cents(paid),
    fundsChange: cents(paid - drawn),
    lines: [...lines].map(([line, { code, included, used }]) => ({
      line,
      code,
      includedChange: hundredths(included[0]),
      usedChange: hundredths(used[0]),
      dollarsIncludedChange: cents(included[1]),
      dollarsUsedChange: cents(used[1]),
    })),
  }
}
