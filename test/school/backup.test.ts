import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp, restore } from '../../electron/school/backups/backup.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { DATABASE_FILE } from '../../electron/storage/sqlite/files.ts'
import { kestrelExpected, kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { emptySchool, importFiles, RECORDED, temporaryFolder } from '../temporary-school.ts'

const EXPECTED = JSON.parse(kestrelExpected('balances')) as unknown

async function backedUp(): Promise<string> {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  const file = join(temporaryFolder(), 'monday.backup')
  expect(await backUp(database, file, RECORDED)).toMatchObject({ ok: true, value: { head: { number: 45 } } })
  return file
}

describe('a backup', () => {
  it('is a consistent copy while in use, verified, with a manifest and nothing left over', async () => {
    const file = await backedUp()
    expect(readdirSync(join(file, '..')).sort()).toEqual(['monday.backup', 'monday.backup.manifest.json'])
  })

  it('never overwrites an existing file', async () => {
    const file = await backedUp()
    const before = readFileSync(file)
    const database = await emptySchool()
    expect(await backUp(database, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'already_exists' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a restore', () => {
  it('checks the backup first, puts it in place, and keeps the old data aside', async () => {
    const file = await backedUp()
    const folder = temporaryFolder()
    const before = await openDatabase(folder)
    await importFiles(before, { 'customers.csv': 'number,name\nC-9,Before\n' })
    await before.close()
    const restored = await restore(folder, file, RECORDED)
    expect(restored).toMatchObject({ ok: true, value: { keptAside: expect.stringContaining('.kept-2026-02-01') } })
    const database = await emptySchool(folder)
    expect(await engineBalances(database)).toEqual(EXPECTED)
    await expectVerified(database)
  })

  it('replaces a damaged file', async () => {
    const file = await backedUp()
    const folder = temporaryFolder()
    writeFileSync(join(folder, DATABASE_FILE), 'this was a database once')
    expect(await restore(folder, file, RECORDED)).toMatchObject({ ok: true })
    expect(await engineBalances(await emptySchool(folder))).toEqual(EXPECTED)
  })

  it('of a file that was changed, or is none, is refused and changes nothing', async () => {
    const file = await backedUp()
    appendFileSync(file, 'x')
    const folder = temporaryFolder()
    expect(await restore(folder, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    const garbage = join(temporaryFolder(), 'garbage')
    writeFileSync(garbage, 'hello, I am no database')
    expect(await restore(folder, garbage, RECORDED)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(await restore(folder, join(folder, 'nowhere'), RECORDED)).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(false)
  })

  it('while another program has the data open is refused', async () => {
    const file = await backedUp()
    const folder = temporaryFolder()
    const open = await emptySchool(folder)
    await importFiles(open, { 'customers.csv': 'number,name\nC-9,Open\n' })
    expect(await restore(folder, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'busy' } })
    expect(await open.read((db) => db.selectFrom('customers').select('name').execute())).toEqual([{ name: 'Open' }])
  })
})
