import SqliteDatabase from 'better-sqlite3'

/** A closed school's file, read row by row as it lies there. */
export interface ReadFile {
  /** the tables of the school, without what the engine keeps for itself */
  readonly tables: readonly string[]
  /** the rows of a table as values in the order of its columns */
  rows(table: string, columns: readonly string[]): Iterable<unknown[]>
  /** every word by which a customer package is found */
  words(): Iterable<unknown[]>
}

const OWN = /^(sqlite_|kysely_)|^package_search/

/** Reads a file that nobody has open, and changes nothing in it. */
export async function readFile<T>(file: string, read: (from: ReadFile) => Promise<T>): Promise<T> {
  const sqlite = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    const names = sqlite.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
    sqlite.exec("create virtual table temp.kept_words using fts5vocab('main', 'package_search', 'instance')")
    return await read({
      tables: (names as string[]).filter((name) => !OWN.test(name)),
      rows: (table, columns) =>
        sqlite
          .prepare(`select ${columns.map((column) => `"${column}"`).join(', ')} from "${table}"`)
          .raw()
          .iterate() as Iterable<unknown[]>,
      words: () =>
        sqlite.prepare('select distinct doc, term from temp.kept_words').raw().iterate() as Iterable<unknown[]>,
    })
  } finally {
    sqlite.close()
  }
}
