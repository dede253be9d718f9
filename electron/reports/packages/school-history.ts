import { historyActionSchema, type HistoryAction } from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { effectsOf, type Effects } from './history-effects.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'

export interface SchoolHistoryEntry extends Effects {
  readonly date: BusinessDate
  readonly action: HistoryAction
  readonly ref: string
  readonly amount: Cents
  readonly user: string
}

export interface PackageHistory {
  readonly ref: string
  readonly entries: readonly SchoolHistoryEntry[]
}

const ENTRIES_A_READING = 500

/** The whole history of one customer package, or of all by ref, each in the order of recording. */
export async function schoolHistory(db: ReadDb, ref: string | null): Promise<PackageHistory[]> {
  const packs = await db
    .selectFrom('customer_packages')
    .select(['id', 'ref'])
    .$if(ref !== null, (query) => query.where('ref', '=', ref ?? ''))
    .orderBy('ref')
    .execute()
  const histories: PackageHistory[] = []
  for (const pack of packs) histories.push({ ref: pack.ref, entries: await entriesOf(db, pack.id) })
  return histories
}

async function entriesOf(db: ReadDb, customerPackageId: number): Promise<SchoolHistoryEntry[]> {
  const rows = await db
    .selectFrom('history as h')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.number', 'e.date', 'h.action', 'e.ref', 'h.amount', 'u.username'])
    .where('h.customer_package_id', '=', customerPackageId)
    .orderBy('h.entry_number')
    .execute()
  const entries: SchoolHistoryEntry[] = []
  for (const part of inPartsOf(rows, ENTRIES_A_READING)) {
    const effects = await effectsOf(
      db,
      customerPackageId,
      part.map(({ number }) => number),
    )
    for (const row of part) {
      entries.push({
        date: businessDate(row.date),
        action: historyActionSchema.parse(row.action),
        ref: row.ref,
        amount: cents(row.amount),
        user: row.username,
        ...effects(row.number),
      })
    }
  }
  return entries
}
