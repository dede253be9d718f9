import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { onServer, rowsBehind } from '../of-the-file.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'

/** Marked in every text that a person has, now and before. */
const BEFORE = {
  name: 'Annabel Zqfirst',
  email: 'first@zqmail.example',
  phone: 'zq 0177',
  address: 'Zqroad 1\n12345 Zqtown',
}
const AFTER = {
  name: 'Annabel Zqsecond',
  email: 'second@zqmail.example',
  phone: 'zq 0188',
  address: 'Zqlane 2\n12345 Zqtown',
}
const MARKED = /zq(first|second|mail|road|lane|town| 01)/i

const SAID = { date: '2026-02-01', note: '', basis: [] }

/** A customer of whom there is something in every place that the program writes by itself, and who has nothing left. */
async function former(): Promise<{ desk: Desk; session: string }> {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const customer = 'C-090'
  await desk.ask('customers.create', { number: customer, ...BEFORE }, session)
  const user = { username: 'ann', name: BEFORE.name, role: 'customer' as const, customer, students: [] }
  await desk.ask('users.create', user, session)
  const deposit = { ...SAID, customer, amount: 5_000, method: 'card' as const, failed: false }
  const { ref } = await desk.ask('accounts.deposit', deposit, session)
  await reported(desk, session, ref)
  await desk.ask('accounts.withdraw', { ...SAID, customer, amount: 5_000, method: 'cash', failed: false }, session)
  const added = await desk.ask('packages.add', { ...SAID, customer, package: 'PPL' }, session)
  const about = { of: 'package', ref: added.ref } as const
  await desk.ask('statements.issue', { about, asOf: null, from: null, inWords: false, notes: false }, session)
  await desk.ask('customers.edit', { number: customer, ...AFTER, active: true }, session)
  await desk.ask('packages.remove', { ...SAID, package: added.ref, note: 'gave up' }, session)
  await desk.send('session.signIn', { username: AFTER.name, password: 'guessed' })
  await desk.ask('customers.edit', { number: customer, ...AFTER, active: false }, session)
  await desk.application.settled()
  return { desk, session }
}

/** A bank reports the deposit with the name of who paid it, and it is settled. */
async function reported(desk: Desk, session: string, reference: string): Promise<void> {
  const text = `Date,Amount,Reference,Name\n2026-02-01,50.00,${reference},${BEFORE.name.toUpperCase()}\n`
  const file = { name: 'bank.csv', content: Buffer.from(text).toString('base64') }
  const asked = { file, source: null, mapping: null, alsoRows: [] }
  const { mapping, shown } = await desk.ask('reconcile.preview', asked, session)
  const bank = { file, source: 'Bank', tenders: ['card' as const], mapping, alsoRows: [], shown }
  const { source } = await desk.ask('reconcile.take', bank, session)
  const scope = { source, from: '2026-01-01', to: '2026-12-31' }
  expect(await desk.ask('reconcile.acceptExact', { scope, except: [] }, session)).toEqual({ settled: 1 })
}

/** [table.column] of every column in which a marked text stands, those that the engine keeps for itself included. */
function whereMarked(database: Database): string[] {
  const found = [...rowsBehind(database)].flatMap(([table, rows]) =>
    Object.keys(rows[0] ?? {})
      .filter((column) => rows.some((row) => MARKED.test(textOf(row[column]))))
      .map((each) => `${table}.${each}`),
  )
  return found.toSorted()
}

function textOf(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
}

describe('what was erased', () => {
  it('stands in no column of any table any more, and verify finds nothing', async () => {
    const { desk, session } = await former()
    const { database } = desk.application
    await database.settle()
    const before = whereMarked(database)
    expect(before).toEqual(
      expect.arrayContaining([
        'audit_list.username',
        'commands.answer',
        'customers.name',
        'package_list.customer_sort',
        onServer ? 'package_search.word' : 'package_search_data.block',
        'reconcile_lines.name',
        'texts.text',
        'users.name',
      ]),
    )
    expect((await verifySchool(database, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
    await desk.ask('customers.erase', { number: 'C-090' }, session)
    expect(whereMarked(database)).toEqual([])
    for (const name of readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(desk.folder, name)
      if (statSync(path).isFile()) expect(readFileSync(path).toString('latin1'), name).not.toMatch(MARKED)
    }
    expect((await verifySchool(database, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('leaves every number, and who else there is', async () => {
    const { desk, session } = await former()
    const { database } = desk.application
    const numbers = () =>
      database.read(async (db) => ({
        balances: await db.selectFrom('account_balances').selectAll().orderBy('account_id').execute(),
        lines: await db.selectFrom('reconcile_lines').select(['id', 'date', 'amount', 'reference']).execute(),
        others: await db.selectFrom('customers').selectAll().where('number', '!=', 'C-090').execute(),
        audit: await db.selectFrom('audit_list').select(['id', 'at', 'event']).execute(),
      }))
    const before = await numbers()
    await desk.ask('customers.erase', { number: 'C-090' }, session)
    expect(await numbers()).toEqual(before)
  })
})
