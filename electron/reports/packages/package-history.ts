import type { Figure, HistoryRow } from '../../../shared/contract/packages.ts'
import { historyActionSchema, type HistoryAction } from '../../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'
import { cursorPlace, cursorText } from '../lists/cursor.ts'
import { contributions } from './figure-entries.ts'
import { flownByMembers, flownByOf } from './flown-by-store.ts'
import { effectsBetween, effectsOf } from './history-effects.ts'
import { noSuchPackage } from './package-balance.ts'

export interface HistoryChoice {
  readonly ref: string
  /** empty: every action */
  readonly actions: readonly HistoryAction[]
  /** only the entries that make this number of the Package Balance */
  readonly figure: Figure | null
  readonly asOf: BusinessDate | null
  readonly after: string | null
  readonly limit: number
}

export interface HistoryPage {
  readonly rows: HistoryRow[]
  readonly next: string | null
  readonly total: number | null
}

/** What a figure was after an entry, and what the entry added to it. */
interface Running {
  readonly contribution: number
  readonly runningTotal: number
}

/** One page of a customer package's history, newest first, by keyset. Refused: not_found. */
export async function packageHistory(db: ReadDb, choice: HistoryChoice): Promise<Outcome<HistoryPage>> {
  const [pack] = await packageId(db, { ref: choice.ref })
  if (!pack) return noSuchPackage(choice.ref)
  const running = choice.figure ? await runningTotals(db, pack.id, choice.figure, choice.asOf) : null
  const before = placeOf(choice.after)
  const plain = !running && choice.actions.length === 0 && choice.asOf === null
  const rows = plain
    ? await plainRows(db, { id: pack.id, before: before ?? Number.MAX_SAFE_INTEGER, limit: choice.limit + 1 })
    : await pageRows(db, pack.id, choice, before, running ? [...running.keys()] : null)
  const page = rows.slice(0, choice.limit)
  const last = page.at(-1)
  return done({
    rows: await historyRows(db, pack.id, page, running, plain),
    next: rows.length > choice.limit && last ? cursorText([last.number]) : null,
    total: running ? ([...running.values()][0]?.runningTotal ?? 0) : null,
  })
}

async function runningTotals(
  db: ReadDb,
  customerPackageId: number,
  figure: Figure,
  asOf: BusinessDate | null,
): Promise<Map<number, Running>> {
  const newestFirst = await contributions(db, customerPackageId, figure, asOf)
  let left = newestFirst.reduce((sum, { contribution }) => sum + contribution, 0)
  const running = new Map<number, Running>()
  for (const { entry, contribution } of newestFirst) {
    running.set(entry, { contribution, runningTotal: left })
    left -= contribution
  }
  return running
}

function placeOf(after: string | null): number | null {
  const [entry] = (after === null ? undefined : cursorPlace(after)) ?? []
  return typeof entry === 'number' ? entry : null
}

const packageId = prepared(['ref'], (db, slots) =>
  db.selectFrom('customer_packages').select('id').where('ref', '=', slots.ref),
)

/** The history as it is opened: everything, newest first. */
const plainRows = prepared(['id', 'before', 'limit'], (db, slots) =>
  rowsWithUsers(db)
    .where('h.customer_package_id', '=', slots.id)
    .where('h.entry_number', '<', slots.before)
    .orderBy('h.entry_number', 'desc')
    .limit(slots.limit),
)

function rowsWithUsers(db: ReadDb) {
  return db
    .selectFrom('history as h')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.number', 'e.date', 'h.action', 'e.ref', 'h.amount', 'u.username', 'u.name as user_name', 'e.note'])
}

type EntryRow = Awaited<ReturnType<typeof pageRows>>[number]

function pageRows(
  db: ReadDb,
  customerPackageId: number,
  choice: HistoryChoice,
  before: number | null,
  among: readonly number[] | null,
) {
  const { actions, asOf, limit } = choice
  const wanted = among
    ?.filter((entry) => before === null || entry < before)
    .slice(0, actions.length > 0 ? undefined : limit + 1)
  return rowsWithUsers(db)
    .where('h.customer_package_id', '=', customerPackageId)
    .$if(before !== null, (query) => query.where('h.entry_number', '<', before ?? 0))
    .$if(wanted !== undefined, (query) => query.where('h.entry_number', 'in', wanted ?? []))
    .$if(actions.length > 0, (query) => query.where('h.action', 'in', actions))
    .$if(asOf !== null, (query) => query.where('e.date', '<=', asOf ?? ''))
    .orderBy('h.entry_number', 'desc')
    .limit(limit + 1)
    .execute()
}

/**
 * Rows of the history with their effects, from the ledger's postings.
 * @param gapless no entry of the customer package is left out between them
 */
export async function historyRows(
  db: ReadDb,
  customerPackageId: number,
  rows: readonly EntryRow[],
  running: ReadonlyMap<number, Running> | null,
  gapless = false,
): Promise<HistoryRow[]> {
  const numbers = rows.map(({ number }) => number)
  const effects = gapless
    ? await effectsBetween(db, customerPackageId, numbers)
    : await effectsOf(db, customerPackageId, numbers)
  const flown = await flownByMembers(db, customerPackageId, rows)
  return rows.map((row) => ({
    entry: row.number,
    date: businessDate(row.date),
    action: historyActionSchema.parse(row.action),
    ref: row.ref,
    amount: cents(row.amount),
    user: row.username,
    userName: row.user_name,
    note: row.note,
    flownBy: flownByOf(flown, row),
    ...effects(row.number),
    lines: [...effects(row.number).lines],
    contribution: running?.get(row.number)?.contribution ?? null,
    runningTotal: running?.get(row.number)?.runningTotal ?? null,
  }))
}

/** Fewer than the parameters that a statement may have. */
const ENTRIES_AT_A_TIME = 5_000

/** The whole history of a customer package up to the end of a day, oldest first; empty where there is none. */
export async function wholeHistory(db: ReadDb, ref: string, asOf: BusinessDate | null): Promise<HistoryRow[]> {
  const pack = await db.selectFrom('customer_packages').select('id').where('ref', '=', ref).executeTakeFirst()
  if (!pack) return []
  const choice = { ref, actions: [], figure: null, asOf, after: null, limit: Number.MAX_SAFE_INTEGER - 1 }
  const rows = await pageRows(db, pack.id, choice, null, null)
  const shown: HistoryRow[] = []
  for (const part of inPartsOf(rows, ENTRIES_AT_A_TIME)) shown.push(...(await historyRows(db, pack.id, part, null)))
  return shown.toReversed()
}
