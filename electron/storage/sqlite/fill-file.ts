import SqliteDatabase from 'better-sqlite3'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { schoolFileIn } from './files.ts'
import { insertText } from './insert-rows.ts'
import { openDatabase } from './sqlite-database.ts'

/** A new school's file into which rows are written as they are. */
export interface FilledFile {
  insert(table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): void
  /** writes the words by which customer packages are found */
  insertWords(rows: readonly { readonly id: number; readonly words: string }[]): void
}

/** Makes a school's file of rows that another engine kept; it takes its name only once it is whole. */
export async function fillFile(file: string, fill: (into: FilledFile) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(dirname(file), '.copy-'))
  try {
    await (await openDatabase(folder)).close()
    const fresh = schoolFileIn(folder)
    const sqlite = new SqliteDatabase(fresh)
    try {
      // Written table by table: what they refer to is there at the end.
      for (const pragma of ['foreign_keys = OFF', 'synchronous = FULL', 'journal_mode = DELETE']) sqlite.pragma(pragma)
      sqlite.exec('begin immediate')
      await fill({
        insert: (table, columns, rows) => {
          const statement = sqlite.prepare(insertText(table, columns, []))
          for (const row of rows) statement.run(...row)
        },
        insertWords: (rows) => {
          const statement = sqlite.prepare('insert into package_search (rowid, words) values (?, ?)')
          for (const { id, words } of rows) statement.run(id, words)
        },
      })
      sqlite.exec('commit')
      if ((sqlite.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('the copy is not whole')
    } finally {
      sqlite.close()
    }
    renameSync(fresh, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
