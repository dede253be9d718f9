import type { Insertable } from 'kysely'
import type { WriteDb } from '../../storage/database.ts'
import type { Tables } from '../../storage/tables/tables.ts'

const ROWS_A_STATEMENT = 200

/** Inserts rows of one table, many at a time. */
export async function insertAll<Name extends keyof Tables>(
  db: WriteDb,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await db
      .insertInto<keyof Tables>(table)
      .values(rows.slice(start, start + ROWS_A_STATEMENT) as readonly Insertable<Tables[keyof Tables]>[])
      .execute()
  }
}
