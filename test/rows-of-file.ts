import SqliteDatabase from 'better-sqlite3'

/** Every row of every table of a file, whatever order they lie in. */
export function rowsOf(file: string): Record<string, string[]> {
  const sqlite = new SqliteDatabase(file, { readonly: true })
  const tables = sqlite
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'package_search%' and name not like 'kysely_%'`,
    )
    .pluck()
    .all() as string[]
  const rows = tables.map((table) => [
    table,
    sqlite
      .prepare(`select * from "${table}"`)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  ])
  sqlite.close()
  return Object.fromEntries(rows) as Record<string, string[]>
}
