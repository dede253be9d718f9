import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { chmodSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { up as searchAsTyped } from '../../migrations/0018-search-as-typed.ts'
import { migrations } from '../../migrations/index.ts'
import { APPLICATION_ID, insistOnDurability } from '../../electron/storage/sqlite/connection.ts'
import { insertRows } from '../../electron/storage/insert-rows.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { DATABASE_FILE } from '../../electron/storage/sqlite/files.ts'
import { packagesPage } from '../../electron/reports/lists/packages-list.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

/** A data folder with the example school in it, closed. */
async function filledFolder(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  await importFiles(database, kestrelFiles())
  await database.close()
  return { folder, file: database.file }
}

function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  return one.code < other.code ? -1 : 1
}

async function problemOf(folder: string): Promise<string> {
  try {
    await (await openDatabase(folder)).close()
    return 'opened'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const WHY = 'it looks into the file; a server’s own is in test/postgres/promises.test.ts'

describe('the data file', () => {
  it('is durable: WAL and synchronous=FULL, read back after the first write', async ({ skip }) => {
    skip(onServer, notOnServer(WHY))
    const database = await emptySchool()
    await database.write((db) => db.insertInto('packages').values({ code: 'A', name: 'A', active: 1 }).execute())
    const settings = await database.durability()
    expect(settings).toEqual({ journalMode: 'wal', synchronous: 2, foreignKeys: 1, recursiveTriggers: 1 })
  })

  it('is made durable again where the connection has fallen back, and is not worked with where that fails', () => {
    const raw = new SqliteDatabase(join(temporaryFolder(), 'x'))
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = NORMAL')
    insistOnDurability(raw)
    expect(raw.pragma('synchronous', { simple: true })).toBe(2)
    const deaf = { pragma: (words: string) => (words === 'synchronous' ? 1 : undefined) }
    expect(() => insistOnDurability(deaf as never)).toThrow('it would not be durable')
    raw.close()
  })

  it('refuses update, delete and replace of ledger rows', async ({ skip }) => {
    skip(onServer, notOnServer(WHY))
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const changes = [
      "update entries set note = 'x' where number = 1",
      'delete from entries where number = 1',
      'delete from postings',
      'insert or replace into history select customer_package_id, entry_number, action, amount + 1 from history',
      'update accounts set owner = 2',
      'delete from commands where 1',
    ]
    const raw = new SqliteDatabase(database.file)
    raw.pragma('recursive_triggers = ON')
    raw.prepare("insert into commands (id, call, input_hash, answer, recorded_at) values ('1', 'c', 'h', 'a', 1)").run()
    for (const change of changes) expect(() => raw.exec(change), change).toThrow(/append-only/)
    raw.close()
  })

  it('does not start where somebody dropped the triggers', async () => {
    const { folder, file } = await filledFolder()
    const raw = new SqliteDatabase(file)
    raw.exec('drop trigger entries_refuse_update')
    raw.close()
    expect(await problemOf(folder)).toMatch(/lost its protection/)
  })

  it('of a newer Blocktime is refused and left as it is', async () => {
    const { folder, file } = await filledFolder()
    const raw = new SqliteDatabase(file)
    raw.pragma(`user_version = ${migrations.length + 1}`)
    raw.close()
    const before = readFileSync(file)
    expect(await problemOf(folder)).toMatch(/newer Blocktime/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('of another program is refused and left as it is', async () => {
    const folder = temporaryFolder()
    const raw = new SqliteDatabase(join(folder, DATABASE_FILE))
    raw.exec('create table theirs (x)')
    raw.close()
    expect(await problemOf(folder)).toMatch(/not a Blocktime file/)
  })

  it.each([
    ['is no database at all', (file: string) => writeFileSync(file, 'hello, this is not a database file at all')],
    ['was cut off', (file: string) => truncateSync(file, 5_000)],
  ])('that %s is refused with a plain sentence', async (_, damage) => {
    const { folder, file } = await filledFolder()
    damage(file)
    expect(await problemOf(folder)).toMatch(/damaged|not a Blocktime file/)
  })

  it('in use by another program that keeps it locked is refused after waiting, with a plain sentence', async () => {
    const { folder, file } = await filledFolder()
    const other = new SqliteDatabase(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('begin exclusive')
    other.exec("insert into packages (code, name, active) values ('X', 'X', 1)")
    expect(await problemOf(folder)).toMatch(/in use by another program/)
    other.close()
  }, 30_000)

  it.skipIf(process.getuid?.() === 0)(
    'in a folder that cannot be written is refused with a plain sentence',
    async () => {
      const { folder } = await filledFolder()
      chmodSync(folder, 0o500)
      expect(await problemOf(folder)).toMatch(/cannot be written/)
      chmodSync(folder, 0o700)
    },
  )
})

describe('a write', () => {
  it('that throws leaves nothing behind', async () => {
    const database = await emptySchool()
    const failing = database.write(async (db) => {
      await db.insertInto('packages').values({ code: 'A', name: 'A', active: 1 }).execute()
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await database.read((db) => db.selectFrom('packages').selectAll().execute())).toEqual([])
  })

  it('writes every row once, however many there are, and those of a key that is there instead', async () => {
    const database = await emptySchool()
    for (const count of [0, 1, 6, 16, 31, 53]) {
      const rows = Array.from({ length: count }, (_, index) => ({
        code: `${count} ${index}`,
        name: 'first',
        active: 1,
      }))
      const again = rows.slice(-7).map((row) => ({ ...row, name: `again ${row.code}` }))
      await database.write(async (db) => {
        await insertRows(db, 'packages', rows)
        await insertRows(db, 'packages', again, ['code'])
      })
      const read = database.read((db) =>
        db.selectFrom('packages').select(['code', 'name', 'active']).where('code', 'like', `${count} %`).execute(),
      )
      const expected = [...rows.slice(0, -7), ...again]
      expect((await read).toSorted(byCode)).toEqual(expected.toSorted(byCode))
    }
  })

  it('waits for the one before: units of work never mix', async () => {
    const database = await emptySchool()
    const order: string[] = []
    const work = (name: string) =>
      database.write(async (db) => {
        order.push(`${name} begins`)
        await db.insertInto('packages').values({ code: name, name, active: 1 }).execute()
        order.push(`${name} ends`)
      })
    await Promise.all([work('A'), work('B'), work('C')])
    expect(order).toEqual(['A begins', 'A ends', 'B begins', 'B ends', 'C begins', 'C ends'])
  })

  it('is seen by another process that has the same folder open', async () => {
    const folder = temporaryFolder()
    const first = await emptySchool(folder)
    const second = await emptySchool(folder)
    const version = await second.version()
    await first.write((db) => db.insertInto('packages').values({ code: 'A', name: 'A', active: 1 }).execute())
    expect(await second.version()).not.toBe(version)
    expect(await second.read((db) => db.selectFrom('packages').select('code').execute())).toEqual([{ code: 'A' }])
  })
})

describe('a migration', () => {
  it.each(migrations.slice(2).map(({ name }, index) => [name, index + 2] as const))(
    'to %s keeps a copy of a file that holds data before it changes it, and loses none of it',
    async (_, version) => {
      const folder = temporaryFolder()
      const file = join(folder, DATABASE_FILE)
      const raw = new SqliteDatabase(file)
      const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) })
      const older = Object.fromEntries(
        migrations.slice(0, version).map(({ name, migration }) => [name, migration] as const),
      )
      const migrator = new Migrator({ db, provider: { getMigrations: async () => older } })
      expect((await migrator.migrateToLatest()).error).toBeUndefined()
      raw.pragma(`application_id = ${APPLICATION_ID}`)
      raw.pragma(`user_version = ${version}`)
      raw.exec("insert into audit_list (at, username, event, detail) values (1, 'admin', 'signed in', '')")
      raw.close()
      expect(await problemOf(folder)).toBe('opened')
      const copy = new SqliteDatabase(`${file}.before-version-${version + 1}`, { readonly: true })
      const after = new SqliteDatabase(file, { readonly: true })
      for (const opened of [copy, after]) {
        expect(opened.prepare('select username, event from audit_list').all()).toEqual([
          { username: 'admin', event: 'signed in' },
        ])
        opened.close()
      }
    },
  )
})

describe('the search of an old file', () => {
  it('is made again, so that names are found and sorted as they are typed', async () => {
    const folder = temporaryFolder()
    const database = await openDatabase(folder)
    const files = kestrelFiles()
    const customers = (files['customers.csv'] ?? '').replace('Amelia Osei', "Łucja O'Connor")
    await importFiles(database, { ...files, 'customers.csv': customers })
    await database.close()
    const raw = new SqliteDatabase(database.file)
    raw.exec(`
      drop table package_search;
      create virtual table package_search using fts5 (
        words, content = '', contentless_delete = 1, detail = none,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
      insert into package_search (rowid, words)
        select p.id, c.name from customer_packages p join customers c on c.id = p.customer_id;
      update package_list set customer_sort = 'łucja o''connor' where customer_sort like 'lucja%';
    `)
    await searchAsTyped(new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) }))
    raw.close()
    const opened = await emptySchool(folder)
    const today = businessDate('2026-02-01')
    const choice = { status: null, sort: 'customer', direction: 'ascending', today, after: null, limit: 9 } as const
    const page = await opened.read((db) => packagesPage(db, { ...choice, search: 'lucja oconnor' }))
    expect(page.rows.map(({ ref }) => ref)).toEqual(['CP-1001'])
    const all = await opened.read((db) => packagesPage(db, { ...choice, search: '' }))
    const names = all.rows.map(({ customerName }) => customerName)
    expect(names.indexOf("Łucja O'Connor")).toBeGreaterThan(names.indexOf('Jun Tanaka'))
    expect(names.indexOf("Łucja O'Connor")).toBeLessThan(names.indexOf("O'Neil, Pat"))
  })
})
