import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { rebuildRows } from '../../electron/verification/rebuild.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { changeBehind, notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

async function damagedSchool(...changes: readonly string[]): Promise<Database> {
  const database = await emptySchool()
  await importFiles(database, schoolFiles('harrier'))
  changeBehind(database, ...changes)
  return database
}

function schemaOf(database: Database): string[] {
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const rows = raw.prepare('select sql from sqlite_schema where sql is not null order by sql').pluck().all()
  raw.close()
  return rows as string[]
}

const rebuild = (database: Database) => database.write((db) => rebuildRows(db, null))

describe('a rebuild', () => {
  it('makes every damaged row that follows from the ledger anew, and leaves what is no record', async () => {
    const database = await damagedSchool(
      "update users set password = 'kept' where id = 1",
      "update customers set name = 'Somebody Else'",
      'delete from package_list',
      'update invoice_lines set quantity = quantity + 1, customer_package_id = null',
      'update account_balances set amount = amount + 1',
      onServer
        ? "insert into package_search (id, word) values (99, 'invented')"
        : "insert into package_search (rowid, words) values (99, 'invented')",
      'delete from dashboard_access',
    )
    expect((await verifySchool(database, null)).ok).toBe(false)
    const rebuilt = await rebuild(database)
    expect(rebuilt.ok && rebuilt.value.length).toBeGreaterThan(10)
    expect((await verifySchool(database, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
    const user = await database.read((db) => db.selectFrom('users').select('password').where('id', '=', 1).execute())
    expect(user).toEqual([{ password: 'kept' }])
    const again = await rebuild(database)
    expect(again).toEqual({ ok: true, value: [] })
  })

  it('leaves the schema to the letter, with everything that protects the tables', async ({ skip }) => {
    skip(onServer, notOnServer('it reads the file’s'))
    const database = await damagedSchool('delete from package_list')
    const before = schemaOf(database)
    expect(before.filter((sql) => sql.startsWith('CREATE TRIGGER')).length).toBeGreaterThan(20)
    expect((await rebuild(database)).ok).toBe(true)
    expect(schemaOf(database)).toEqual(before)
    const again = await openDatabase(dirname(database.file))
    await again.close()
  })

  it.each([
    "update entries set note = 'changed' where number = 2",
    'update postings set amount = amount + 1 where entry_number = 2 and place = 1',
    'delete from texts where entry_number = (select max(entry_number) from texts)',
  ])('is refused where the ledger itself is damaged, and changes nothing: %s', async (change) => {
    const database = await damagedSchool(change, "update customers set name = 'Somebody Else'")
    expect(await rebuild(database)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    const names = await database.read((db) => db.selectFrom('customers').select('name').distinct().execute())
    expect(names).toEqual([{ name: 'Somebody Else' }])
  })
})
