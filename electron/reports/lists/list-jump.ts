import { PACKAGE_SORT_COLUMNS } from '../../../shared/contract/package-columns.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { packageStatusSchema } from '../../../shared/contract/values.ts'
import type { ReadDb } from '../../storage/database.ts'
import { placeOn, type ListChoice, type ListPlace } from './list-choice.ts'
import { inPiece, piecesOf, type ListPiece } from './list-pieces.ts'

/**
 * The places from a row number on, where the scroll bar was moved to: counted along the index, whatever lies between.
 * From there the list goes on by keyset.
 */
export async function placesFrom(db: ReadDb, choice: ListChoice, skip: number, limit: number): Promise<ListPlace[]> {
  if (choice.status !== null || choice.sort !== 'status') return placesAmong(db, choice, piecesOf(choice), skip, limit)
  // Statuses follow each other: those that lie before are counted only.
  const statuses = packageStatusSchema.options.toSorted()
  const places: ListPlace[] = []
  let left = skip
  for (const status of choice.direction === 'ascending' ? statuses : statuses.toReversed()) {
    const count = await countOf(db, status, choice.today)
    if (left >= count) {
      left -= count
      continue
    }
    places.push(...(await placesAmong(db, choice, [status], left, limit - places.length)))
    left = 0
    if (places.length >= limit) break
  }
  return places
}

async function placesAmong(
  db: ReadDb,
  choice: ListChoice,
  pieces: readonly ListPiece[],
  skip: number,
  limit: number,
): Promise<ListPlace[]> {
  const direction = choice.direction === 'ascending' ? 'asc' : 'desc'
  const [first, ...others] = pieces.map((piece) =>
    db
      .selectFrom('package_list')
      .select(['customer_package_id as id', 'status', 'last_valid', `${PACKAGE_SORT_COLUMNS[choice.sort]} as value`])
      .where(inPiece(piece, choice.today)),
  )
  if (!first) return []
  // Each status has its index in the order of the sort, so the database merges them as it counts.
  const rows = await others
    .reduce((all, other) => all.unionAll(other), first)
    .orderBy('value', direction)
    .orderBy('id', direction)
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map((row) => placeOn(row, choice.today))
}

async function countOf(db: ReadDb, piece: ListPiece, today: BusinessDate): Promise<number> {
  const row = await db
    .selectFrom('package_list')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(inPiece(piece, today))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
