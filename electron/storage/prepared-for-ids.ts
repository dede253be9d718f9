import type { Compilable } from 'kysely'
import { inPartsOf } from '../../shared/in-parts.ts'
import type { ReadDb } from './database.ts'
import { prepared, type Slot } from './prepared.ts'

/** So many ids are asked for at once: a page of a list. */
const AT_ONCE = 50
const NAMES = Array.from({ length: AT_ONCE }, (_, place) => `id${place}`)

/**
 * A reading of the rows of some ids, whose SQL is made once and not for each page: building it takes longer than SQLite
 * takes to answer. Answers the rows in no order.
 */
export function preparedForIds<Row>(
  build: (db: ReadDb, ids: readonly Slot[]) => Compilable<Row>,
): (db: ReadDb, ids: readonly number[]) => Promise<Row[]> {
  const run = prepared<Row, string>(NAMES, (db, slots) =>
    build(
      db,
      NAMES.map((name) => slots[name] as Slot),
    ),
  )
  return async (db, ids) => {
    const rows: Row[] = []
    for (const part of inPartsOf(ids, AT_ONCE)) {
      // Where fewer are asked for, the first of them stands for the others, too: that finds nothing more.
      const values = NAMES.map((name, place) => [name, part[place] ?? part[0] ?? 0] as const)
      rows.push(...(await run(db, Object.fromEntries(values))))
    }
    return rows
  }
}
