import type { PackageRow } from '../../../shared/contract/package-columns.ts'
import { searchWords } from '../../../shared/search-words.ts'
import type { ReadDb } from '../../storage/database.ts'
import { countByWords, foundByWords } from '../../storage/search-index.ts'
import { inPiece } from './list-pieces.ts'
import { placeText, type ListChoice } from './list-choice.ts'
import { foundPlaces, sortedPlaces } from './list-places.ts'
import { placesFrom } from './list-jump.ts'
import { listRows } from './list-rows.ts'

/** One page of the Packages tab, by keyset: as fast at the end of 200,000 rows as at the beginning. */
export async function packagesPage(
  db: ReadDb,
  choice: ListChoice,
): Promise<{ rows: PackageRow[]; next: string | null }> {
  if (asksForSigns(choice.search)) return { rows: [], next: null }
  const words = searchWords(choice.search)
  const oneMore = choice.limit + 1
  const skip = choice.after === null ? (choice.skip ?? 0) : 0
  const places =
    words.length > 0
      ? (await foundPlaces(db, choice, words, skip + oneMore)).slice(skip)
      : skip > 0
        ? await placesFrom(db, choice, skip, oneMore)
        : await sortedPlaces(db, choice, oneMore)
  const page = places.slice(0, choice.limit)
  const last = page.at(-1)
  return {
    rows: await listRows(db, page),
    next: places.length > choice.limit && last ? placeText(last) : null,
  }
}

/** Signs are in no word: a search of nothing but signs finds nothing. */
function asksForSigns(search: string): boolean {
  return search.trim() !== '' && searchWords(search).length === 0
}

/** How many rows a search and a status have. */
export async function packagesCount(
  db: ReadDb,
  choice: Pick<ListChoice, 'search' | 'status' | 'today'>,
): Promise<number> {
  if (asksForSigns(choice.search)) return 0
  const words = searchWords(choice.search)
  const { status, today } = choice
  if (words.length === 0) {
    const query = db.selectFrom('package_list').select(({ fn }) => fn.countAll<number>().as('count'))
    const row = await (status === null ? query : query.where(inPiece(status, today))).executeTakeFirstOrThrow()
    return Number(row.count)
  }
  if (status === null) return countByWords(db, words)
  const row = await db
    .selectFrom(foundByWords(db, words))
    .crossJoin('package_list as l')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('l.customer_package_id', '=', 'found.id')
    .where(inPiece(status, today, { table: 'l' }))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
