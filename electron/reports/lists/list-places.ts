import { sql, type SqlBool } from 'kysely'
import { PACKAGE_SORT_COLUMNS } from '../../../shared/contract/package-columns.ts'
import { packageStatusSchema } from '../../../shared/contract/values.ts'
import { matchesWords, type SearchWord } from '../../../shared/search-words.ts'
import type { ReadDb } from '../../storage/database.ts'
import { foundByWords, mayFindMoreThan } from '../../storage/search-index.ts'
import { endOfSoon, inPiece, piecesOf, readStatus, type ListPiece } from './list-pieces.ts'
import { IN_SQL, pieceReading } from './list-piece-reading.ts'
import { listOrder, placeOf, placeOn, placeText, type ListChoice, type ListPlace } from './list-choice.ts'
import { searchedTexts } from './list-rows.ts'

/** A search that may find more than this walks the sorted list first, before it collects what it finds. */
const MOST_COLLECTED = 4_000
const WALKED_FIRST = 60
/** So many rows take as long to walk as some thousands to collect. */
const MOST_WALKED = 1_000

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
  const { today } = choice
  const read = pieceReading(choice, piece, after !== undefined)
  const { value, id } = after ?? { value: 0, id: 0 }
  const rows = await read(db, { today, soon: piece === 'ending' ? endOfSoon(today) : today, value, id, limit })
  return rows.map((row) => placeOn(row, today))
}

/** The places that a search finds, after `choice.after`, in the order of the sort. */
export async function foundPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[]> {
  const many = await mayFindMoreThan(db, words, MOST_COLLECTED)
  return (many ? await nearPlaces(db, choice, words, limit) : null) ?? collectedPlaces(db, choice, words, limit)
}

/**
 * Walks the sorted list and keeps what matches: enough, where much of the list does. Null where a page would not be full
 * before collecting what is found takes no longer.
 */
async function nearPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[] | null> {
  const matching: ListPlace[] = []
  let after = choice.after
  for (let walked = 0, step = WALKED_FIRST; walked + step <= MOST_WALKED;) {
    const places = await sortedPlaces(db, { ...choice, after }, step)
    const texts = await searchedTexts(db, places)
    matching.push(...places.filter(({ id }) => matchesWords(texts.get(id) ?? [], words)))
    const last = places.at(-1)
    if (matching.length >= limit || !last || places.length < step) return matching.slice(0, limit)
    after = placeText(last)
    walked += step
    // As many again as the page wants at the rate so far, and half as many more, since it is only a guess.
    step = Math.ceil((1.5 * (limit - matching.length) * walked) / matching.length)
  }
  return null
}

/** Collects everything that a search finds and sorts it: quick where little is found. */
async function collectedPlaces(
  db: ReadDb,
  choice: ListChoice,
  words: readonly SearchWord[],
  limit: number,
): Promise<ListPlace[]> {
  const { sort, status, today } = choice
  const column = PACKAGE_SORT_COLUMNS[sort]
  const [direction, beyond] = IN_SQL[choice.direction]
  const apart = sort === 'status'
  let query = db
    .selectFrom(foundByWords(db, words))
    // A cross join is not reordered: what was found is looked up, the sorted list is not searched through.
    .crossJoin('package_list as l')
    .select(['l.customer_package_id as id', 'l.status', 'l.last_valid', `l.${column} as value`])
    .whereRef('l.customer_package_id', '=', 'found.id')
  if (status !== null) query = query.where(inPiece(status, today, { table: 'l' }))
  const after = placeOf(choice.after)
  if (after) {
    const order = sql.join([...(apart ? [readStatus(today)] : []), sql.ref(`l.${column}`), sql.ref('found.id')])
    const place = sql.join([...(apart ? [after.status] : []), after.value, after.id])
    query = query.where(sql<SqlBool>`(${order}) ${sql.raw(beyond)} (${place})`)
  }
  if (apart) query = query.orderBy(readStatus(today), direction)
  const rows = await query.orderBy(`l.${column}`, direction).orderBy('found.id', direction).limit(limit).execute()
  return rows.map((row) => placeOn(row, today))
}
