import { sql } from 'kysely'
import { PACKAGE_SORT_COLUMNS } from '../../../shared/contract/package-columns.ts'
import { prepared, type Slot } from '../../storage/prepared.ts'
import type { ListChoice } from './list-choice.ts'
import { inPiece, type ListPiece } from './list-pieces.ts'

/** How the engine sorts in a direction, and how it compares what comes after a place. */
export const IN_SQL = { ascending: ['asc', '>'], descending: ['desc', '<'] } as const

type Asked = Pick<ListChoice, 'sort' | 'direction'>

const readings = new Map<string, ReturnType<typeof madeReading>>()

/**
 * The reading of a piece of the list in the order of a sort, made once for each: a page asks three of them, and making
 * their SQL takes longer than SQLite takes to answer.
 * @param after whether it begins after the place of `value` and `id`
 */
export function pieceReading(asked: Asked, piece: ListPiece, after: boolean): ReturnType<typeof madeReading> {
  const key = `${piece} ${asked.sort} ${asked.direction} ${after}`
  let reading = readings.get(key)
  if (!reading) readings.set(key, (reading = madeReading(asked, piece, after)))
  return reading
}

function madeReading({ sort, direction }: Asked, piece: ListPiece, after: boolean) {
  const column = PACKAGE_SORT_COLUMNS[sort]
  const [order, beyond] = IN_SQL[direction]
  return prepared(['today', 'soon', 'value', 'id', 'limit'], (db, slots) => {
    const query = db
      .selectFrom('package_list')
      .select(['customer_package_id as id', 'status', 'last_valid', `${column} as value`])
      .where(inPiece(piece, slots.today, { soon: slots.soon }))
      .orderBy(column, order)
      .orderBy('customer_package_id', order)
      .limit(rowsAtMost(slots.limit))
    if (!after) return query
    return query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple(column, 'customer_package_id'), beyond, tuple(slots.value, slots.id)),
    )
  })
}

/** A bare mark of a limit is looked at when SQLite plans, so that it plans anew at every run. */
function rowsAtMost(limit: Slot) {
  return sql<number>`${limit} + 0`
}
