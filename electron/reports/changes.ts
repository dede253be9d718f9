import type { CallOutput } from '../../shared/contract/index.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import type { ReadDb } from '../storage/database.ts'
import { lastEntryOf } from './packages/last-entry.ts'
import { placeOn } from './lists/list-choice.ts'
import { listRows } from './lists/list-rows.ts'

/** More than a window patches row by row: an import, say. */
const MOST_ROWS = 50

/** The last entry that changed anything a customer sees: a customer learns nothing of the rest of the school. */
export async function lastEntryOfCustomer(db: ReadDb, number: string): Promise<number> {
  const packages = await db
    .selectFrom('customers as c')
    .innerJoin('customer_packages as p', 'p.customer_id', 'c.id')
    .innerJoin('history as h', 'h.customer_package_id', 'p.id')
    .select(({ fn }) => fn.max<number | null>('h.entry_number').as('entry'))
    .where('c.number', '=', number)
    .executeTakeFirst()
  return Math.max(packages?.entry ?? 0, await lastEntryOf(db, { of: 'account', ref: number }))
}

/** The last entry of the ledger, and the rows of the Packages tab that changed after a given one. */
export async function changesSince(
  db: ReadDb,
  known: number | null,
  maySeePackages: boolean,
  today: BusinessDate,
): Promise<Omit<CallOutput<'changes.since'>, 'clockBehind' | 'askAgain' | 'isTold' | 'isCopy'>> {
  const last = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .executeTakeFirst()
  const entry = last?.number ?? 0
  if (!maySeePackages || known === null) return { entry, packages: null }
  const changed = await db
    .selectFrom('history as h')
    .innerJoin('package_list as l', 'l.customer_package_id', 'h.customer_package_id')
    .select(['l.customer_package_id as id', 'l.status', 'l.last_valid', 'l.customer_sort as value'])
    .distinct()
    .where('h.entry_number', '>', known)
    .limit(MOST_ROWS + 1)
    .execute()
  if (changed.length > MOST_ROWS) return { entry, packages: null }
  const places = changed.map((row) => placeOn(row, today))
  return { entry, packages: await listRows(db, places) }
}

/**
 * By how many minutes a clock is behind the last entry that was recorded; 0 where it is not. What is recorded under a
 * clock that was set back would seem to have been recorded earlier.
 */
export async function minutesBehind(db: ReadDb, now: Date): Promise<number> {
  const last = await db
    .selectFrom('entries')
    .select('recorded_at')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Math.max(0, Math.floor(((last?.recorded_at ?? 0) - now.getTime()) / 60_000))
}
