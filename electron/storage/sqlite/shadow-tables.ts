import type { Database as Sqlite } from 'better-sqlite3'
import type { RowDifference } from '../database.ts'
import { differencesOf, type DifferingRows, type Row } from '../row-differences.ts'

/**
 * Makes empty temporary tables of the same names: SQL that names them means the temporary ones from then on. Throws
 * where one of them is not there, which would leave the file compared with itself.
 */
export function shadowTables(sqlite: Sqlite, tables: readonly string[]): void {
  const find = sqlite.prepare("select sql from main.sqlite_schema where name = ? and type = 'table'")
  for (const table of tables) {
    const made = find.get(table) as { sql: string } | undefined
    if (!made) throw new Error(`the data file has no table ${table}`)
    sqlite.exec(temporary(table, made.sql))
  }
  // What books read by owner, while a school of any size is made again.
  if (tables.includes('customer_packages'))
    sqlite.exec('create index temp.shadow_packages_by_customer on customer_packages (customer_id, package_id)')
  const present = new Set(
    (sqlite.prepare("select name from temp.sqlite_schema where type = 'table'").all() as { name: string }[]).map(
      ({ name }) => name,
    ),
  )
  const missing = tables.filter((table) => !present.has(table))
  if (missing.length > 0) throw new Error(`no shadow was made of ${missing.join(', ')}`)
}

function temporary(table: string, sql: string): string {
  const form = new RegExp(
    `^\\s*create\\s+(virtual\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?["\`[]?${table}["\`\\]]?`,
    'i',
  )
  const match = form.exec(sql)
  if (!match) throw new Error(`the data file's table ${table} was not made by Blocktime`)
  // A shadow's parents may have none: its rows are compared, whole.
  const columns = sql
    .slice(match[0].length)
    .replace(/\breferences\s+\S+\s*\([^)]*\)/gi, '')
    .replace(/\bdeferrable initially deferred\b/gi, '')
  return `create ${match[1] ? 'virtual ' : ''}table temp."${table}" ${columns}`
}

/** Which rows of a table differ from its shadow, by key. */
export function rowDifferences(
  sqlite: Sqlite,
  table: string,
  but: readonly string[],
  most: number,
): Promise<RowDifference[]> {
  const columns = sqlite.prepare(`select name, pk from pragma_table_info('${table}', 'main')`).all() as {
    name: string
    pk: number
  }[]
  const compared = columns.map(({ name }) => name).filter((name) => !but.includes(name))
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
  return differing(sqlite, {
    left: `main."${table}"`,
    right: `temp."${table}"`,
    key: keys.map(({ name }) => name),
    columns: compared,
    most,
  })
}

/** Which words of an index of searches differ from its shadow's. */
export async function wordDifferences(sqlite: Sqlite, index: string, most: number): Promise<RowDifference[]> {
  for (const schema of ['main', 'temp']) {
    sqlite.exec(`create virtual table temp.words_of_${schema} using fts5vocab('${schema}', '${index}', 'instance')`)
  }
  try {
    return await differing(sqlite, {
      left: 'temp.words_of_main',
      right: 'temp.words_of_temp',
      key: ['doc', 'term'],
      columns: ['doc', 'term'],
      most,
    })
  } finally {
    for (const schema of ['main', 'temp']) sqlite.exec(`drop table temp.words_of_${schema}`)
  }
}

function differing(sqlite: Sqlite, sides: DifferingRows): Promise<RowDifference[]> {
  return differencesOf(sides, async (text, values) => sqlite.prepare(text).all(...values) as Row[])
}
