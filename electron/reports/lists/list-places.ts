import { PACKAGE_SORT_COLUMNS } from '../../../shared/contract/package-columns.ts'
import { packageStatusSchema } from '../../../shared/contract/values.ts'
import { matchesWords, type SearchWord } from '../../../shared/search-words.ts'
import type { ReadDb } from '../../storage/database.ts'
import { findAllByWords, findsMoreThan, foundByWords } from '../../storage/search-index.ts'
import { inPiece, piecesOf, type ListPiece } from './list-pieces.ts'
import { listOrder, placeOf, placeOn, placeText, type ListChoice, type ListPlace } from './list-choice.ts'
import { listRows } from './list-rows.ts'

/** A search that finds more than this walks the sorted list instead of collecting what it found. */
const MOST_COLLECTED = 4_000
const WALKED_WITH_WORDS = 150
const WALKED_AT_ONCE = 2_000

/** The places after `choice.after` in the order of the sort, each status by its own index, merged. */
export async function sortedPlaces(db: ReadDb, choice: ListChoice, limit: number): Promise<ListPlace[]> {
  const after = placeOf(choice.after)
  const inOrder = listOrder(choice)
  const places: ListPlace[] = []
  for (const piece of piecesOf(choice)) {
    const apart = choice.status === null && choice.sort === 'status' ? packageStatusSchema.parse(piece) : null
    if (apart === null || !after || after.status === apart) {
      places.push(...(await placesOf(db, choice, piece, after, limit)))
    } else if (inOrder({ ...after, status: apart }, after) > 0) {
      places.push(...(await placesOf(db, choice, piece, undefined, limit)))
    }
  }
  return places.sort(inOrder).slice(0, limit)
}

async function placesOf(
  db: ReadDb,
  choice: ListChoice,
  piece: ListPiece,
  after: ListPlace | undefined,
  limit: number,
): Promise<ListPlace[]> {
  const column = PACKAGE_SORT_COLUMNS[choice.sort]
  const [direction, beyond] = choice.direction === 'ascending' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  let query = db
    .selectFrom('package_list')
    .select(['customer_package_id as id', 'status', 'last_valid', `${column} as value`])
    .where(inPiece(piece, choice.today))
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple(column, 'customer_package_id'), beyond, tuple(after.value, after.id)),
    )
  }
  const rows = await query.orderBy(column, direction).orderBy('customer_package_id', direction).limit(limit).execute()
  return rows.map((row) => placeOn(row, choice.today))
}

/** The places that a search finds, after `choice.after`, in the order of the sort. */
export async function foundPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[]> {
  if (!(await findsMoreThan(db, words, MOST_COLLECTED))) return collectedPlaces(db, choice, words, limit)
  const near = await nearPlaces(db, choice, words)
  return near.length >= limit ? near.slice(0, limit) : walkedPlaces(db, choice, words, limit)
}

/** Of the next places in the sorted list those that match: enough, where most of the list does. */
async function nearPlaces(db: ReadDb, choice: ListChoice, words: readonly SearchWord[]): Promise<ListPlace[]> {
  const places = await sortedPlaces(db, choice, WALKED_WITH_WORDS)
  const rows = await listRows(db, places)
  return places.filter((_, index) => matchesWords(rows[index]?.words ?? [], words))
}

/**
 * Walks the sorted list by its index alone and keeps what is among all that was found. Where what was found lies far
 * behind, no more is walked than collecting it would cost.
 */
async function walkedPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[]> {
  const found = await findAllByWords(db, words)
  const matching: ListPlace[] = []
  let after = choice.after
  for (let walked = 0; walked <= found.size; walked += WALKED_AT_ONCE) {
    const places = await sortedPlaces(db, { ...choice, after }, WALKED_AT_ONCE)
    matching.push(...places.filter(({ id }) => found.has(id)))
    const last = places.at(-1)
    if (matching.length >= limit || !last || places.length < WALKED_AT_ONCE) return matching.slice(0, limit)
    after = placeText(last)
  }
  return collectedPlaces(db, choice, words, limit)
}

/** Collects everything that a search finds and sorts it: quick where little is found. */
async function collectedPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[]> {
  const column = PACKAGE_SORT_COLUMNS[choice.sort]
  let query = db
    .selectFrom(foundByWords(db, words))
    // A cross join is not reordered: what was found is looked up, the sorted list is not searched through.
    .crossJoin('package_list as l')
    .select(['l.customer_package_id as id', 'l.status', 'l.last_valid', `l.${column} as value`])
    .whereRef('l.customer_package_id', '=', 'found.id')
  if (choice.status !== null) query = query.where(inPiece(choice.status, choice.today, 'l'))
  const rows = await query.execute()
  const inOrder = listOrder(choice)
  const after = placeOf(choice.after)
  const places = rows.map((row) => placeOn(row, choice.today))
  return places
    .filter((place) => !after || inOrder(place, after) > 0)
    .sort(inOrder)
    .slice(0, limit)
}
