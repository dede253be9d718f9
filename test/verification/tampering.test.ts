import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import {
  COVERED_TABLES,
  DERIVED_INDEX,
  DERIVED_TABLES,
  LOG_TABLES,
  OUTSIDE_COLUMNS,
  OUTSIDE_TABLES,
} from '../../electron/verification/derived-tables.ts'
import type { Finding } from '../../electron/verification/finding.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { everythingSchool } from './everything-school.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

const OWN = /^(sqlite_|kysely_)|^package_search/
const FAR = 1_000_003

let database: Database
let raw: Sqlite
let tables: string[]

beforeAll(async () => {
  const made = await everythingSchool()
  database = made.database
  const pristine = join(made.folder, 'pristine')
  await database.copyTo(pristine)
  copyFileSync(pristine, join(made.folder, 'kept'))
  raw = new SqliteDatabase(database.file)
  // Whoever tampers switches everything off that could be in the way.
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  for (const { name } of raw.prepare("select name from sqlite_schema where type = 'trigger'").all() as Column[])
    raw.exec(`drop trigger ${name}`)
  raw.exec(`attach '${pristine}' as pristine`)
  tables = (raw.prepare("select name from main.sqlite_schema where type = 'table'").all() as Column[])
    .map(({ name }) => name)
    .filter((name) => !OWN.test(name))
  return async () => {
    raw.close()
    await made.close()
  }
})

/** What a verification finds after a change that is taken back again. */
async function foundAfter(table: string, change: string, ...values: unknown[]): Promise<readonly Finding[]> {
  const { changes } = raw.prepare(change).run(...values)
  expect(changes, `${change} changes something`).toBe(1)
  const { checks } = await verifySchool(database, null)
  raw.exec(`delete from main.${table}; insert into main.${table} select * from pristine.${table}`)
  return checks.flatMap(({ findings }) => findings)
}

function columnsOf(table: string): Column[] {
  return raw.prepare('select name, type, pk from pragma_table_info(?)').all(table) as Column[]
}

/** A value of the same type that no row has. */
function other(value: unknown, type: string): unknown {
  if (type === 'BLOB') return Buffer.alloc(32, 7)
  if (type === 'TEXT') return typeof value === 'string' ? `${value}x` : 'x'
  return typeof value === 'number' ? value + FAR : FAR
}

function firstRow(table: string): Record<string, unknown> {
  const row = raw.prepare(`select * from main.${table} limit 1`).get() as Record<string, unknown> | undefined
  if (!row) throw new Error(`the school for the tampering has no row in ${table}`)
  return row
}

/** Finds the first row by every column. */
function whichRow(row: Readonly<Record<string, unknown>>): { where: string; values: unknown[] } {
  return {
    where: Object.keys(row)
      .map((column) => `"${column}" is ?`)
      .join(' and '),
    values: Object.values(row),
  }
}

const uniques = (table: string): Set<string> =>
  new Set(
    (raw.prepare('select name from pragma_index_list(?) where "unique" = 1').all(table) as Column[]).flatMap(
      ({ name }) =>
        (raw.prepare('select name from pragma_index_info(?)').all(name) as Column[]).map((column) => column.name),
    ),
  )

const CHECKED = [...LOG_TABLES, ...COVERED_TABLES, ...DERIVED_TABLES]

describe('whatever is changed behind the program’s back is found', () => {
  it('and every table of the schema is checked, or has a reason why it is not', () => {
    expect(tables.toSorted()).toEqual([...CHECKED, ...Object.keys(OUTSIDE_TABLES)].toSorted())
  })

  it('nothing where nothing is changed', async () => {
    const { checks } = await verifySchool(database, null)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  describe.each(CHECKED)('%s', (table) => {
    it('one value of every column', { timeout: 60_000 }, async () => {
      const row = firstRow(table)
      const { where, values } = whichRow(row)
      const outside: Readonly<Record<string, string>> = OUTSIDE_COLUMNS[table as keyof typeof OUTSIDE_COLUMNS] ?? {}
      for (const { name, type, pk } of columnsOf(table)) {
        const change = `update main.${table} set "${name}" = ? where ${where}`
        const found = await foundAfter(table, change, other(row[name], type), ...values)
        if (name in outside) {
          expect(found, `${table}.${name} is outside: ${outside[name]}`).toEqual([])
          continue
        }
        expect(found, `${table}.${name}`).not.toEqual([])
        const derived = (DERIVED_TABLES as readonly string[]).includes(table)
        const named = derived ? (pk > 0 ? [table] : [table, name]) : []
        expect(
          found.some(({ message }) => named.every((word) => message.includes(word))),
          `${table}.${name}: ${JSON.stringify(found)}`,
        ).toBe(true)
      }
    })

    it('one row deleted', async () => {
      const { where, values } = whichRow(firstRow(table))
      expect(await foundAfter(table, `delete from main.${table} where ${where}`, ...values)).not.toEqual([])
    })

    it('one row invented', async () => {
      const row = firstRow(table)
      const unique = uniques(table)
      const invented = columnsOf(table).map(({ name, type, pk }) =>
        pk > 0 || unique.has(name) ? other(row[name], type) : row[name],
      )
      const slots = invented.map(() => '?').join(', ')
      expect(await foundAfter(table, `insert into main.${table} values (${slots})`, ...invented)).not.toEqual([])
    })
  })

  it('a word of the search that is missing, and one that is too many', async () => {
    const again = () => {
      raw.exec(`delete from ${DERIVED_INDEX} where rowid = ${FAR}`)
    }
    raw.prepare(`insert into ${DERIVED_INDEX} (rowid, words) values (?, 'invented')`).run(FAR)
    const many = await verifySchool(database, null)
    again()
    expect(many.checks.flatMap(({ findings }) => findings)).toHaveLength(1)
    raw.prepare(`delete from ${DERIVED_INDEX} where rowid = 1`).run()
    expect((await verifySchool(database, null)).ok).toBe(false)
  })
})
