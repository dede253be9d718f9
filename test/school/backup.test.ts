import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp } from '../../electron/school/backups/backup.ts'
import { makeKey } from '../../electron/school/backups/encryption.ts'
import { restore } from '../../electron/school/backups/restore.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { DATABASE_FILE } from '../../electron/storage/sqlite/files.ts'
import { kestrelExpected, kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { changeBehind, notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool, importFiles, RECORDED, temporaryFolder } from '../temporary-school.ts'

const EXPECTED = JSON.parse(kestrelExpected('balances')) as unknown

async function backedUp(): Promise<string> {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  const file = join(temporaryFolder(), 'monday.backup')
  expect(await backUp(database, file, RECORDED)).toMatchObject({ ok: true, value: { head: { number: 53 } } })
  return file
}

describe('a backup', () => {
  it('is a consistent copy while in use, verified, with a manifest and nothing left over', async () => {
    const file = await backedUp()
    expect(readdirSync(join(file, '..')).sort()).toEqual(['monday.backup', 'monday.backup.manifest.json'])
  })

  it('of a school that does not verify is made only as it is, and says so', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    changeBehind(database, 'update account_balances set amount = amount + 1')
    const file = join(temporaryFolder(), 'monday.backup')
    expect(await backUp(database, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(readdirSync(join(file, '..'))).toEqual([])
    const made = await backUp(database, file, RECORDED, { asItIs: true })
    expect(made).toMatchObject({ ok: true, value: { asItIs: expect.any(String) } })
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
    const emptied = join(temporaryFolder(), 'emptied')
    writeFileSync(emptied, '')
    expect(await restore(folder, emptied, RECORDED)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(await restore(folder, join(folder, 'nowhere'), RECORDED)).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(false)
  })

  it.each([
    ['is no JSON', () => '{'],
    ['lacks a part', () => '{"sha256":"x"}'],
    ['names another end', (text: string) => text.replace('"number": 53', '"number": 44')],
    ['counts other rows', (text: string) => text.replace(/"customers": \d+/, '"customers": 99')],
    ['has another checksum', (text: string) => text.replace(/"sha256": "./, '"sha256": "x')],
  ])('whose manifest %s is refused and changes nothing', async (_, change) => {
    const file = await backedUp()
    const manifest = `${file}.manifest.json`
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, change(text))
    expect(readFileSync(manifest, 'utf8')).not.toBe(text)
    const folder = temporaryFolder()
    expect(await restore(folder, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('of an encrypted backup needs its password, and nothing else', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const file = join(temporaryFolder(), 'secret.backup')
    const encryption = await makeKey('correct horse')
    expect(await backUp(database, file, RECORDED, { encryption })).toMatchObject({ ok: true })
    expect(readFileSync(file).includes('SQLite format')).toBe(false)
    const folder = temporaryFolder()
    expect(await restore(folder, file, RECORDED)).toMatchObject({ failure: { code: 'wrong_credentials' } })
    expect(await restore(folder, file, RECORDED, 'wrong')).toMatchObject({ failure: { code: 'wrong_credentials' } })
    expect(await restore(folder, file, RECORDED, 'correct horse')).toMatchObject({ ok: true })
    expect(await engineBalances(await emptySchool(folder))).toEqual(EXPECTED)
  }, 180_000)

  it('leaves data, backup and manifest to their owner alone', async () => {
    const file = await backedUp()
    const folder = join(temporaryFolder(), 'data')
    await restore(folder, file, RECORDED)
    await emptySchool(folder)
    const made = [file, `${file}.manifest.json`, ...readdirSync(folder).map((name) => join(folder, name))]
    if (process.platform === 'win32') return
    for (const path of made) expect(statSync(path).mode & 0o777, path).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('while another program has the data open is refused', async ({ skip }) => {
    skip(onServer, notOnServer('desks work beside each other'))
    const file = await backedUp()
    const folder = temporaryFolder()
    const open = await emptySchool(folder)
    await importFiles(open, { 'customers.csv': 'number,name\nC-9,Open\n' })
    expect(await restore(folder, file, RECORDED)).toMatchObject({ ok: false, failure: { code: 'busy' } })
    expect(await open.read((db) => db.selectFrom('customers').select('name').execute())).toEqual([{ name: 'Open' }])
  })
})
