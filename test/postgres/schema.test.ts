import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { translated } from '../../electron/storage/postgres/translate.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { asSql, hasServer, runServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

const TYPES: Readonly<Record<string, string>> = { INTEGER: 'bigint', TEXT: 'text', BLOB: 'bytea' }

/** Every column as `table.column type`, with what makes it a key or lets it be without a value. */
async function columnsInFile(): Promise<string[]> {
  const database = await openDatabase(temporaryFolder())
  await database.close()
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const rows = raw
    .prepare(
      `select t.name as "table", c.name, c.type, c."notnull" as filled, c.pk from sqlite_schema t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%' and t.name not like 'package_search%'`,
    )
    .all() as { table: string; name: string; type: string; filled: number; pk: number }[]
  raw.close()
  return rows.map(({ table, name, type, filled, pk }) =>
    [`${table}.${name}`, TYPES[type], filled || pk ? 'filled' : 'may be empty', pk ? `key ${pk}` : ''].join(' ').trim(),
  )
}

describe.skipIf(!hasServer)('the schema on a server', () => {
  it('has every column of the file’s, of the same type and in the same keys, from the same migrations', async () => {
    const { address } = await deskAt()
    const columns = asSql(
      await runServer(),
      new URL(address).pathname.slice(1),
      `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, null)
          || case when a.attnotnull then ' filled' else ' may be empty' end
          || coalesce(' key ' || (array_position(i.indkey::int2[], a.attnum) + 1), '')
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = 'blocktime'::regnamespace and c.relkind = 'r'
          and c.relname not in ('writer', 'write_marks', 'package_search')`,
    )
    expect(columns.trim().split('\n').toSorted()).toEqual((await columnsInFile()).toSorted())
  })

  it('orders and compares every text by its bytes, and has every index of the file', async () => {
    const { address, database } = await deskAt()
    const name = new URL(address).pathname.slice(1)
    const server = await runServer()
    const others = asSql(
      server,
      name,
      `select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
        join pg_type t on t.oid = a.atttypid join pg_collation l on l.oid = a.attcollation
        where c.relnamespace = 'blocktime'::regnamespace and c.relkind = 'r' and t.typname = 'text' and l.collname <> 'C'`,
    )
    expect(others.trim()).toBe('')
    const file = await openDatabase(temporaryFolder())
    await file.close()
    const raw = new SqliteDatabase(file.file, { readonly: true })
    const wanted = raw.prepare("select name from sqlite_schema where type = 'index' and sql is not null").pluck().all()
    raw.close()
    const there = asSql(server, name, `select indexname from pg_indexes where schemaname = 'blocktime'`).split('\n')
    expect((wanted as string[]).filter((index) => !there.includes(index))).toEqual([])
    expect(await database.fileProblems()).toEqual([])
  })
})

describe('a migration in PostgreSQL’s words', () => {
  it.each([
    [
      'create table a (\n  id integer primary key,\n  text text not null\n) strict',
      /id bigint primary key default next_id\('a'\),\s+text text collate "C"/,
    ],
    [
      'create table a (name text primary key, value text not null) strict',
      /name text collate "C" primary key, value text/,
    ],
    ['alter table a add column b integer references c (id)', /add column b bigint references c \(id\) deferrable/],
    ['create index a_by_b on a (b) where b is not null', /^create index a_by_b/],
  ])('%s', (text, expected) => expect(translated(text).join(';\n')).toMatch(expected))

  it.each([
    ['pragma user_version = 1'],
    ['create virtual table a using fts5 (b)'],
    ['create table a (b integer)'],
    ['drop table a'],
  ])('that it cannot say is an error, not left out: %s', (text) =>
    expect(() => translated(text)).toThrow(/no form for PostgreSQL|is not strict/),
  )
})
