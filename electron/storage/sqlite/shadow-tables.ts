import type { Database as Sqlite } from 'better-sqlite3'
import type { RowDifference } from '../database.ts'

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

/** Which rows of a table differ from its shadow, by key. Source: `except` in both directions. */
export function rowDifferences(sqlite: Sqlite, table: string, but: readonly string[], most: number): RowDifference[] {
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
export function wordDifferences(sqlite: Sqlite, index: string, most: number): RowDifference[] {
  for (const schema of ['main', 'temp']) {
    sqlite.exec(`create virtual table temp.words_of_${schema} using fts5vocab('${schema}', '${index}', 'instance')`)
  }
  try {
    return differing(sqlite, {
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

interface Sides {
  readonly left: string
  readonly right: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly most: number
}

type Row = Readonly<Record<string, unknown>>

function differing(sqlite: Sqlite, sides: Sides): RowDifference[] {
  const { left, right, key, columns, most } = sides
  const chosen = columns.map(quoted).join(', ')
  const onlyIn = (one: string, other: string) =>
    sqlite
      .prepare(
        `select ${chosen} from ${one} except select ${chosen} from ${other} order by ${key.map(quoted).join(', ')} limit ?`,
      )
      .all(most) as Row[]
  const found = new Map<string, { left?: Row; right?: Row }>()
  for (const row of onlyIn(left, right)) found.set(keyOf(row, key), { left: row })
  for (const row of onlyIn(right, left)) found.set(keyOf(row, key), { ...found.get(keyOf(row, key)), right: row })
  return [...found].slice(0, most).map(([shown, rows]): RowDifference => {
    const { left: is, right: should } = whole(sqlite, sides, rows)
    if (!should) return { key: shown, kind: 'too many', columns: [] }
    if (!is) return { key: shown, kind: 'missing', columns: [] }
    return { key: shown, kind: 'changed', columns: columns.filter((column) => !same(is[column], should[column])) }
  })
}

/** A difference that was cut off on one side is looked up there. */
function whole(sqlite: Sqlite, { left, right, key }: Sides, rows: { left?: Row; right?: Row }) {
  const known = rows.left ?? rows.right ?? {}
  const look = (side: string) =>
    sqlite
      .prepare(`select * from ${side} where ${key.map((column) => `${quoted(column)} is ?`).join(' and ')} limit 1`)
      .get(key.map((column) => known[column])) as Row | undefined
  return { left: rows.left ?? look(left), right: rows.right ?? look(right) }
}

function same(one: unknown, other: unknown): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0
  return one === other
}

function keyOf(row: Row, key: readonly string[]): string {
  return key.map((column) => `${column} ${String(row[column])}`).join(', ')
}

function quoted(name: string): string {
  return `"${name}"`
}
