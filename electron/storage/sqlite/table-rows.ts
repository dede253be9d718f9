import SqliteDatabase from 'better-sqlite3'
import type { RawRows } from './raw-rows.ts'

/** Every row of a table of a data file, as it lies there. */
export function tableRows(file: string, table: string): RawRows {
  const sqlite = new SqliteDatabase(file, { readonly: true })
  try {
    const all = sqlite.prepare(`select * from "${table}"`)
    const columns = all.columns().map(({ name }) => name)
    return { table, columns, rows: all.raw().all() as unknown[][], key: [] }
  } finally {
    sqlite.close()
  }
}
