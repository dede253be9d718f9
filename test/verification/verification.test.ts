import SqliteDatabase from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { fileProblems } from '../../electron/storage/sqlite/integrity.ts'
import { CHAIN_START, entryHash } from '../../electron/ledger/hash-chain.ts'
import { logEntries } from '../../electron/verification/log-entries.ts'
import { verifySchool, type Verification } from '../../electron/verification/verification.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

/** Changes the example school behind the program's back, as anyone with the file can. */
async function tampered(change: string): Promise<Verification> {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  await importFiles(database, kestrelFiles())
  await database.close()
  harm(database.file, (raw) => raw.exec(change))
  return verifySchool(await emptySchool(folder), null)
}

/** Works on the file with everything taken away that would refuse it, and puts that back. */
function harm(file: string, work: (raw: SqliteDatabase.Database) => unknown): void {
  const raw = new SqliteDatabase(file)
  const triggers = raw.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  raw.pragma('foreign_keys = OFF')
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  work(raw)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
}

function findings({ checks }: Verification): string[] {
  return checks.flatMap((check) => check.findings.map(({ entry }) => `${check.check} ${entry}`))
}

describe('any byte, word or posting changed in the ledger behind the program is found, and the entry named', () => {
  it.each([
    ["update entries set date = '2026-01-06' where number = 2", 'chain 2'],
    ["update entries set note = 'gift' where number = 2", 'chain 2'],
    ['update entries set user_id = 1 where number = 2', 'chain 2'],
    ["update entries set ref = 'PAY-X' where number = 2", 'chain 2'],
    ['update entries set recorded_at = recorded_at + 1 where number = 2', 'chain 2'],
    ["update entries set document = replace(document, '500000', '500001') where number = 2", 'chain 2'],
    ['update entries set hash = zeroblob(32) where number = 2', 'chain 2'],
    ['update history set amount = amount + 1 where entry_number = 2', 'chain 2'],
    ["update history set action = 'package_refund' where entry_number = 2", 'chain 2'],
    ['delete from history where entry_number = 2', 'chain 2'],
    ['update accounts set line = line + 50 where opened_by = 1 and line = 3', 'chain 1'],
    ["update accounts set kind = 'gold' where kind = 'check'", 'chain 4'],
    ['update postings set place = 10 - place where entry_number = 2', 'chain 2'],
  ])('%s', async (change, found) => {
    const verification = await tampered(change)
    expect(verification.ok).toBe(false)
    expect(findings(verification)).toContain(found)
  })

  it('a posting that was changed breaks the balance of its entry, too', async () => {
    const found = findings(
      await tampered('update postings set amount = amount - 1 where entry_number = 2 and place = 1'),
    )
    expect(found).toEqual(expect.arrayContaining(['balanced 2', 'chain 2']))
  })

  it('a missing entry is named', async () => {
    const found = findings(await tampered('delete from entries where number = 7'))
    expect(found).toContain('chain 7')
  })

  it('a balance that is not what the ledger gives is named by table, key and column', async () => {
    const { checks } = await tampered('update account_balances set amount = amount + 1 where account_id = 1')
    expect(checks.flatMap((check) => check.findings)).toEqual([
      {
        check: 'balances',
        entry: null,
        message:
          'The table account_balances has a row that the ledger does not give: account_id 1 differs in the column amount.',
      },
    ])
  })

  it('a frozen rate that was changed is named by table, key and column', async () => {
    const { checks } = await tampered(
      'update customer_package_lines set rate = 1, tax_percent = 1 where customer_package_id = 1 and line = 2',
    )
    expect(checks.flatMap((check) => check.findings).map(({ message }) => message)).toEqual([
      'The table customer_package_lines has a row that the ledger does not give: customer_package_id 1, line 2 differs in the columns rate, tax_percent.',
    ])
  })

  it('an entry whose document lost a byte is a finding, and hides no other', async () => {
    const { ok, checks } = await tampered(
      'update entries set document = substr(document, 1, length(document) - 1) where number = 2; ' +
        "update customers set name = 'Somebody Else' where id = 2",
    )
    expect(ok).toBe(false)
    const messages = checks.flatMap((check) => check.findings).map(({ message }) => message)
    expect(messages).toContain('Entry 2 holds a document that is not in the form in which it was recorded.')
    expect(messages).toContain(
      'The table customers has a row that the ledger does not give: id 2 differs in the column name.',
    )
  })

  it.each([
    "update invoices set total = total + 1 where ref = 'INV-2001'",
    "update invoices set status = 'open' where ref = 'INV-2001'",
    "update invoices set status = 'paid' where status = 'void'",
    "update invoices set customer_id = 2 where ref = 'INV-2001'",
    "update invoice_payments set tender = 'cash', payment = payment where tender = 'card'",
    'update invoice_payments set failed = 1 - failed',
    'update invoice_lines set refunded_amount = refunded_amount + 1 where amount > refunded_amount',
    'delete from invoice_payments where payment = 1',
    'update customer_packages set customer_id = 3 where id = 1',
    'update school set minor_digits = 0',
  ])('what is kept beside the ledger and was changed is found: %s', async (change) => {
    const { ok, checks } = await tampered(change)
    expect(ok).toBe(false)
    expect(checks.filter((check) => check.findings.length > 0).map(({ check }) => check)).toEqual(['records'])
  })

  it('a row of the Packages tab that was changed is found', async () => {
    expect(findings(await tampered('update package_list set paid = paid + 1 where customer_package_id = 2'))).toEqual([
      'records null',
    ])
  })

  it('an ending that was cut off is found by the head that is kept outside the file', async () => {
    const whole = await emptySchool()
    await importFiles(whole, kestrelFiles())
    const { head } = await verifySchool(whole, null)
    if (!head) throw new Error('no head')
    expect((await verifySchool(whole, head)).ok).toBe(true)
    expect(findings(await verifySchool(whole, { ...head, number: head.number + 1 }))).toEqual([
      `chain ${head.number + 1}`,
    ])
    expect(findings(await verifySchool(whole, { ...head, hash: '00' }))).toEqual([`chain ${head.number}`])
  })
})

it('what the engine that keeps the file finds in its pages is a finding, too', async () => {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  const harmed = Object.assign(Object.create(database) as typeof database, {
    fileProblems: async () => ['row 3 missing from index entries_date'],
  })
  const verification = await verifySchool(harmed, null)
  expect(verification.ok).toBe(false)
  expect(findings(verification)).toEqual(['file null'])
})

it('the pages of a large file are looked at in a thread, which finds what is found without one', async ({ skip }) => {
  skip(onServer, notOnServer('it harms the file'))
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  await importFiles(database, kestrelFiles())
  await database.close()
  harm(database.file, (raw) => {
    raw.unsafeMode(true)
    raw.pragma('writable_schema = ON')
    raw.exec("delete from sqlite_schema where name = 'entries_by_ref'")
  })
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const found = await fileProblems(database.file, raw)
  expect(found.length).toBeGreaterThan(0)
  expect(await fileProblems(database.file, raw, 0)).toEqual(found)
  raw.close()
  writeFileSync(database.file, 'no school at all')
  await expect(fileProblems(database.file, raw, 0)).rejects.toThrow('file is not a database')
})

it.each([1, 20])('entry %i that is missing is named as missing, not only the one after it', async (entry) => {
  const { checks } = await tampered(`delete from entries where number = ${entry}`)
  const messages = checks.flatMap(({ findings: found }) => found.map(({ message }) => message))
  expect(messages).toContain(`Entry ${entry} is missing.`)
})

it('an entry that was given other rows is named, even where every hash after it was computed anew', async () => {
  const folder = temporaryFolder()
  const database = await openDatabase(folder)
  await importFiles(database, kestrelFiles())
  await database.close()
  harm(database.file, (raw) => raw.exec('update history set amount = amount + 1 where entry_number = 2'))
  const hashes = await hashesAnew(folder)
  harm(database.file, (raw) => {
    const changed = raw.prepare('update entries set hash = ? where number = ?')
    for (const [number, hash] of hashes) changed.run(hash, number)
  })
  const verification = await verifySchool(await emptySchool(folder), null)
  expect(verification.checks.find(({ check }) => check === 'chain')?.findings).toEqual([])
  expect(findings(verification)).toEqual(['records 2'])
})

/** The chain as somebody would compute it who knows how. */
async function hashesAnew(folder: string): Promise<Map<number, Uint8Array>> {
  const database = await openDatabase(folder)
  const hashes = new Map<number, Uint8Array>()
  let before = CHAIN_START
  await database.read(async (db) => {
    for await (const entries of logEntries(db))
      for (const { content } of entries) {
        before = entryHash(before, content)
        hashes.set(content.number, before)
      }
  })
  await database.close()
  return hashes
}

it('a currency that has other decimals than the amounts were counted with is named', async () => {
  const { checks } = await tampered('update school set minor_digits = 3')
  const messages = checks.flatMap(({ findings: found }) => found.map(({ message }) => message))
  expect(messages).toContainEqual(expect.stringContaining('USD'))
})
