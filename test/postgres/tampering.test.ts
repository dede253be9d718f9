import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import {
  COVERED_TABLES,
  DERIVED_TABLES,
  LOG_TABLES,
  OUTSIDE_COLUMNS,
  OUTSIDE_TABLES,
} from '../../electron/verification/derived-tables.ts'
import type { Finding } from '../../electron/verification/finding.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { everythingSchool } from '../verification/everything-school.ts'
import { hasServer, newDatabase, runServer } from './server.ts'

const FAR = 1_000_003
const CHECKED = [...LOG_TABLES, ...COVERED_TABLES, ...DERIVED_TABLES]
/** Everything is tried where the tests run on this engine; otherwise, beside the same on a file, a column a table. */
const WHOLE = process.env['BLOCKTIME_TEST_ENGINE'] === 'postgres'
/** What the engine keeps for itself: no part of the school. */
const OWN = ['writer', 'write_marks', 'package_search']

interface Column {
  readonly name: string
  readonly type: string
  readonly key: boolean
}

describe.skipIf(!hasServer)('whatever is changed on the server behind the program’s back is found', () => {
  let database: Database
  let close: () => Promise<void>
  let raw: Client
  const columns = new Map<string, Column[]>()

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'blocktime-tampering-'))
    const address = newDatabase(await runServer())
    leadToServer(folder, address)
    const made = await everythingSchool(folder)
    database = made.database
    raw = new Client({ connectionString: address })
    await raw.connect()
    close = async () => {
      await raw.end()
      await made.close()
    }
    // Whoever tampers switches everything off that could be in the way.
    await raw.query(`set session_replication_role = replica; set search_path = blocktime; create schema pristine`)
    const checks = await raw.query<{ table: string; name: string }>(`
      select conrelid::regclass::text as table, conname as name from pg_constraint
      where contype = 'c' and connamespace = 'blocktime'::regnamespace`)
    for (const { table, name } of checks.rows) await raw.query(`alter table ${table} drop constraint ${name}`)
    const found = await raw.query<Column & { table: string }>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
        coalesce(a.attnum = any (i.indkey), false) as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = 'blocktime'::regnamespace and c.relkind = 'r' order by a.attnum`)
    for (const { table, ...column } of found.rows) columns.set(table, [...(columns.get(table) ?? []), column])
    for (const table of columns.keys()) await raw.query(`create table pristine.${table} as table blocktime.${table}`)
  })
  afterAll(() => close())

  /** What a verification finds after a change that is taken back again. */
  async function foundAfter(table: string, change: string, ...values: unknown[]): Promise<readonly Finding[]> {
    const { rowCount } = await raw.query(change, values)
    expect(rowCount, `${change} changes something`).toBe(1)
    const { checks } = await verifySchool(database, null)
    await raw.query(`delete from ${table}; insert into ${table} select * from pristine.${table}`)
    return checks.flatMap(({ findings }) => findings)
  }

  /** A value of the same type that no row has. */
  function other(value: unknown, type: string): unknown {
    if (type === 'bytea') return Buffer.alloc(32, 7)
    if (type === 'text') return typeof value === 'string' ? `${value}x` : 'x'
    return Number(value ?? 0) + FAR
  }

  async function firstRow(table: string): Promise<Record<string, unknown>> {
    const { rows } = await raw.query<Record<string, unknown>>(`select * from ${table} limit 1`)
    if (!rows[0]) throw new Error(`the school for the tampering has no row in ${table}`)
    return rows[0]
  }

  const whichRow = (row: Readonly<Record<string, unknown>>, from: number) =>
    Object.keys(row)
      .map((column, place) => `"${column}" is not distinct from $${from + place}`)
      .join(' and ')

  async function uniques(table: string): Promise<Set<string>> {
    const { rows } = await raw.query<{ name: string }>(
      `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indisunique and i.indrelid = $1::regclass`,
      [table],
    )
    return new Set(rows.map(({ name }) => name))
  }

  it('and every table of the schema is checked, or has a reason why it is not', () => {
    const named = [...CHECKED, ...Object.keys(OUTSIDE_TABLES), ...OWN]
    expect([...columns.keys()].toSorted()).toEqual(named.toSorted())
  })

  it('nothing where nothing is changed', async () => {
    const { checks } = await verifySchool(database, null)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  describe.each(CHECKED)('%s', (table) => {
    it('one value of every column, or of one where the tests run on files', { timeout: 120_000 }, async () => {
      const row = await firstRow(table)
      const outside: Readonly<Record<string, string>> = OUTSIDE_COLUMNS[table as keyof typeof OUTSIDE_COLUMNS] ?? {}
      const all = columns.get(table) ?? []
      for (const { name, type, key } of WHOLE ? all : all.filter((column) => !(column.name in outside)).slice(-1)) {
        const change = `update ${table} set "${name}" = $1 where ${whichRow(row, 2)}`
        const found = await foundAfter(table, change, other(row[name], type), ...Object.values(row))
        if (name in outside) {
          expect(found, `${table}.${name} is outside: ${outside[name]}`).toEqual([])
          continue
        }
        const derived = (DERIVED_TABLES as readonly string[]).includes(table)
        const named = derived ? (key ? [table] : [table, name]) : []
        expect(found, `${table}.${name}`).not.toEqual([])
        expect(
          found.some(({ message }) => named.every((word) => message.includes(word))),
          `${table}.${name}: ${JSON.stringify(found)}`,
        ).toBe(true)
      }
    })

    it.runIf(WHOLE)('one row deleted, and one invented', async () => {
      const row = await firstRow(table)
      const gone = await foundAfter(table, `delete from ${table} where ${whichRow(row, 1)}`, ...Object.values(row))
      expect(gone).not.toEqual([])
      const unique = await uniques(table)
      const invented = (columns.get(table) ?? []).map(({ name, type, key }) =>
        key || unique.has(name) ? other(row[name], type) : row[name],
      )
      const slots = invented.map((_, place) => `$${place + 1}`).join(', ')
      expect(await foundAfter(table, `insert into ${table} values (${slots})`, ...invented)).not.toEqual([])
    })
  })

  it('a word of the search that is missing, and one that is too many', async () => {
    const many = await foundAfter(
      'package_search',
      `insert into package_search (id, word) values ($1, 'invented')`,
      FAR,
    )
    expect(many).toHaveLength(1)
    const word = `delete from package_search where (id, word) = (select id, word from package_search limit 1)`
    expect(await foundAfter('package_search', word)).not.toEqual([])
  })
})
