import { openWriter } from './connection.ts'
import { insertText } from './insert-rows.ts'

/** Rows of one table, in the order of its columns. */
export interface RawRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  /** the key by which a row that is there takes the new values; empty where rows are only added */
  readonly key: readonly string[]
  /** whether every row is there already */
  readonly there?: boolean
}

/** A connection that does nothing but write rows by prepared statements: what the work of an application is measured against. */
export interface RawWriter {
  /** Writes rows in one durable transaction. */
  write(parts: readonly RawRows[]): void
  close(): void
}

/** Opens a data file for rows without any rule: of a copy that is thrown away. */
export function openRawWriter(file: string): RawWriter {
  const sqlite = openWriter(file)
  sqlite.pragma('synchronous = FULL')
  const statements = new Map<string, ReturnType<typeof sqlite.prepare>>()
  const statementOf = ({ table, columns, key, there }: RawRows) => {
    const id = `${table} ${columns.join()}`
    let statement = statements.get(id)
    if (!statement)
      statements.set(
        id,
        (statement = sqlite.prepare(there ? updateText(table, columns, key) : insertText(table, columns, key))),
      )
    return statement
  }
  const all = sqlite.transaction((parts: readonly RawRows[]) => {
    for (const part of parts) {
      const statement = statementOf(part)
      for (const row of part.rows) statement.run(row)
    }
  })
  return { write: (parts) => all.immediate(parts), close: () => sqlite.close() }
}

/** The key's columns stand last. */
function updateText(table: string, columns: readonly string[], key: readonly string[]): string {
  const equal = (column: string) => `${column} = ?`
  const changed = columns.filter((column) => !key.includes(column))
  return `update "${table}" set ${changed.map(equal).join(', ')} where ${key.map(equal).join(' and ')}`
}
