import type { PackageRow, PackageSort } from '../../shared/contract/packages.ts'
import { packageStatusSchema, type PackageStatus } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import type { ReadDb } from '../storage/database.ts'
import { countByWords, findByWords, matchesWords, wordsCondition } from '../storage/search-index.ts'
import { searchWords } from '../storage/search-text.ts'
import { cursorPlace, cursorText } from './cursor.ts'

export interface ListChoice {
  readonly search: string
  readonly status: PackageStatus | null
  readonly sort: PackageSort
  readonly direction: 'ascending' | 'descending'
  readonly after: string | null
  readonly limit: number
}

/** The column that each offered sort orders by; every one has an index behind the status. */
const SORT_COLUMNS = {
  customer: 'customer_sort',
  package: 'package_sort',
  // Statuses follow each other; within one, by customer.
  status: 'customer_sort',
  hoursRemaining: 'hours_remaining',
  price: 'price',
  paid: 'paid',
  owed: 'owed',
  lastActivity: 'last_activity',
} as const satisfies Record<PackageSort, string>

type SortColumn = (typeof SORT_COLUMNS)[PackageSort]

/** A search that finds more than this walks the sorted list instead of collecting what it found. */
const MOST_COLLECTED = 8_000
const MOST_WALKED = 5_000

/** Where a page ended. */
interface Place {
  readonly status: PackageStatus
  readonly value: string | number
  readonly id: number
}

type ListRow = Awaited<ReturnType<typeof statusPage>>[number]

/** One page of the Packages tab, by keyset: as fast at the end of 200,000 rows as at the beginning. */
export async function packagesPage(db: ReadDb, choice: ListChoice): Promise<{ rows: PackageRow[]; next: string | null }> {
  const words = searchWords(choice.search)
  const rows = words.length === 0 ? await sortedRows(db, choice, choice.limit + 1) : await foundRows(db, choice, words)
  const page = rows.slice(0, choice.limit)
  const last = page.at(-1)
  const next = rows.length > choice.limit && last ? placeText(choice, last) : null
  return { rows: page.map(packageRow), next }
}

/** How many rows a search and a status have. */
export async function packagesCount(db: ReadDb, choice: Pick<ListChoice, 'search' | 'status'>): Promise<number> {
  const words = searchWords(choice.search)
  if (words.length > 0 && choice.status === null) return countByWords(db, words)
  const row = await db
    .selectFrom('package_list as l')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$if(choice.status !== null, (query) => query.where('l.status', '=', choice.status ?? ''))
    .$if(words.length > 0, (query) => query.where('l.customer_package_id', 'in', wordsCondition(words)))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function foundRows(db: ReadDb, choice: ListChoice, words: readonly string[]): Promise<ListRow[]> {
  const found = await findByWords(db, words, MOST_COLLECTED + 1)
  if (found.length === 0) return []
  if (found.length <= MOST_COLLECTED) return sortedRows(db, choice, choice.limit + 1, words)
  const walked = await walkedRows(db, choice, words)
  return walked ?? sortedRows(db, choice, choice.limit + 1, words)
}

/** Walks the sorted list and keeps what matches: quick where much matches. Undefined where too much had to be walked. */
async function walkedRows(db: ReadDb, choice: ListChoice, words: readonly string[]): Promise<ListRow[] | undefined> {
  const matching: ListRow[] = []
  let after = choice.after
  for (let walked = 0; walked < MOST_WALKED; ) {
    const rows = await sortedRows(db, { ...choice, after }, 500)
    matching.push(...rows.filter((row) => matchesWords([row.name, row.number, row.package_name, row.code, row.ref], words)))
    const last = rows.at(-1)
    if (matching.length > choice.limit || !last || rows.length < 500) return matching
    after = placeText(choice, last)
    walked += rows.length
  }
  return undefined
}

/** Rows in the order of the sort, from each status by its index, merged. */
async function sortedRows(db: ReadDb, choice: ListChoice, limit: number, words: readonly string[] = []): Promise<ListRow[]> {
  const statuses = choice.status === null ? packageStatusSchema.options : [choice.status]
  const place = placeOf(choice.after)
  const inOrder = choice.direction === 'ascending' ? statuses : statuses.toReversed()
  const rows: ListRow[] = []
  for (const status of inOrder) {
    if (choice.sort === 'status' && place && isBefore(status, place.status, choice.direction)) continue
    const from = choice.sort === 'status' && place?.status !== status ? undefined : place
    rows.push(...(await statusPage(db, choice, status, from, limit, words)))
  }
  if (choice.sort !== 'status') rows.sort((left, right) => compare(left, right, SORT_COLUMNS[choice.sort], choice.direction))
  return rows.slice(0, limit)
}

function statusPage(
  db: ReadDb,
  choice: ListChoice,
  status: PackageStatus,
  after: Place | undefined,
  limit: number,
  words: readonly string[],
) {
  const column: SortColumn = SORT_COLUMNS[choice.sort]
  const direction = choice.direction === 'ascending' ? 'asc' : 'desc'
  const beyond = choice.direction === 'ascending' ? '>' : '<'
  return db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'l.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .selectAll('l')
    .select(['p.ref', 'c.number', 'c.name', 'k.code', 'k.name as package_name'])
    .where('l.status', '=', status)
    .$if(words.length > 0, (query) => query.where('l.customer_package_id', 'in', wordsCondition(words)))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(`l.${column}`, 'l.customer_package_id'), beyond, tuple(after?.value ?? '', after?.id ?? 0)),
      ),
    )
    .orderBy(`l.${column}`, direction)
    .orderBy('l.customer_package_id', direction)
    .limit(limit)
    .execute()
}

function compare(left: ListRow, right: ListRow, column: SortColumn, direction: ListChoice['direction']): number {
  const sign = direction === 'ascending' ? 1 : -1
  if (left[column] !== right[column]) return left[column] < right[column] ? -sign : sign
  return sign * (left.customer_package_id - right.customer_package_id)
}

function isBefore(status: PackageStatus, other: PackageStatus, direction: ListChoice['direction']): boolean {
  return direction === 'ascending' ? status < other : status > other
}

function placeText(choice: ListChoice, row: ListRow): string {
  return cursorText([row.status, row[SORT_COLUMNS[choice.sort]], row.customer_package_id])
}

function placeOf(after: string | null): Place | undefined {
  const [status, value, id] = (after === null ? undefined : cursorPlace(after)) ?? []
  const known = packageStatusSchema.safeParse(status)
  if (!known.success || typeof id !== 'number' || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  return { status: known.data, value, id }
}

function packageRow(row: ListRow): PackageRow {
  return {
    ref: row.ref,
    customerNumber: row.number,
    customerName: row.name,
    packageCode: row.code,
    packageName: row.package_name,
    status: packageStatusSchema.parse(row.status),
    hoursIncluded: hundredths(row.hours_included),
    hoursRemaining: hundredths(row.hours_remaining),
    price: cents(row.price),
    paid: cents(row.paid),
    owed: cents(row.owed),
    funds: cents(row.funds),
    lastActivity: businessDate(row.last_activity),
  }
}
