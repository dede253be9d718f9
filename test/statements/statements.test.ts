import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { statementPdf } from '../../electron/statements/statement-pdf.ts'
import { packageBalance } from '../../electron/reports/packages/package-balance.ts'
import { wholeHistory } from '../../electron/reports/packages/package-history.ts'
import { makeStatement } from '../../electron/statements/statement.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import type { Database } from '../../electron/storage/database.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { actionWords } from '../../shared/action-words.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { quantityDisplay } from '../../shared/quantity-text.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const NO_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error !== undefined
const TODAY = businessDate('2026-11-23')

/** The text of a PDF as one line, every kind of space the same. */
function textOf(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return text.replaceAll(/\s+/g, ' ')
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ')

async function statementOf(
  database: Database,
  ref: string,
  asOf: BusinessDate | null,
  from: BusinessDate | null = null,
) {
  const choice = { about: { of: 'package' as const, ref }, asOf, from, inWords: false }
  return database.read((db) => makeStatement(db, { choice, today: TODAY, head: null }))
}

async function made(database: Database, ref: string): Promise<Statement> {
  const statement = await statementOf(database, ref, null)
  if (!statement.ok) throw new Error(statement.failure.message)
  return statement.value.statement
}

async function expectExactNumbers(database: Database, asOf: BusinessDate | null): Promise<number> {
  let checked = 0
  const school = await database.read(readSchool)
  if (!school) throw new Error('no school')
  const packs = await database.read((db) => db.selectFrom('customer_packages').select(['ref', 'added']).execute())
  for (const { ref, added } of packs.filter((pack) => asOf === null || pack.added <= asOf)) {
    const balance = await database.read((db) => packageBalance(db, ref, asOf ?? TODAY))
    const history = await database.read((db) => wholeHistory(db, ref, asOf))
    const statement = await statementOf(database, ref, asOf)
    if (!balance.ok || !statement.ok) throw new Error(`${ref} ${added} ${asOf}`)
    const text = textOf(await statementPdf([statement.value.statement], null))
    const { price, paid, owed, funds, lines } = balance.value
    const figures = [price, paid, owed, funds].map((amount) => plain(moneyText(amount, school))).join(' ')
    const closed = statement.value.statement.packages[0]?.removed !== null
    if (closed) expect(text, ref).toContain('This package is closed')
    else expect(text, ref).toContain(figures)
    for (const line of closed ? [] : lines) {
      const quantities = [line.included, line.used, line.remaining].map((quantity) =>
        quantityDisplay(quantity, line.kind, school.locale),
      )
      const dollars = [line.dollarsUsed, line.dollarsRemaining].map((amount) => moneyText(amount, school))
      expect(text, ref).toContain(plain([...quantities, ...dollars].join(' ')))
    }
    const rows = history.toSorted((one, other) => one.date.localeCompare(other.date) || one.entry - other.entry)
    let at = 0
    for (const row of rows) {
      // A long reference goes on in the next line, behind the amounts.
      const [word = ''] = actionWords(row.action).split(' ')
      at = text.indexOf(plain(`${dateText(row.date, school.locale)} ${word}`), at)
      expect(at, `${ref}: ${row.action} ${row.ref} in ${text}`).toBeGreaterThan(0)
      for (const part of [moneyText(row.amount, school), row.ref]) {
        expect(text.indexOf(plain(part), at), `${ref}: ${part} in ${text}`).toBeGreaterThan(0)
      }
      at += 1
    }
    checked++
  }
  return checked
}

describe.skipIf(NO_PDFTOTEXT)('the text of the PDF (skipped without pdftotext)', () => {
  it('carries exactly the numbers of the balances and the history, now and as of a day', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    expect(await expectExactNumbers(database, null)).toBe(8)
    expect(await expectExactNumbers(database, businessDate('2026-01-16'))).toBe(3)
  })

  it.each([
    [11, 'USD'],
    [12, 'JPY'],
    [13, 'KWD'],
  ] as const)(
    'of generated schools, too (school %i, %s)',
    async (seed, currency) => {
      const school = randomSchool(seed, { customers: 5, actions: 120, currency })
      const database = await emptySchool()
      await importFiles(database, school.files)
      expect(await expectExactNumbers(database, null)).toBeGreaterThan(2)
    },
    60_000,
  )

  it('writes names in any script, right-to-left ones from the right, and survives what no font has', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const statement = await made(database, 'CP-1001')
    for (const name of [
      'Łucja Ångström',
      'Ελένη Παπαδοπούλου',
      'Дмитрий Ёлкин',
      '田中太郎',
      '王小明',
      '김민수',
      'สมชาย',
    ]) {
      const text = textOf(await statementPdf([{ ...statement, customer: { ...statement.customer, name } }], null))
      expect(text).toContain(name)
    }
    for (const name of ['محمد الأمين', 'שרה לוי']) {
      const text = textOf(await statementPdf([{ ...statement, customer: { ...statement.customer, name } }], null))
      // pdftotext marks the direction with invisible characters.
      const letters = text.replaceAll(/[\u200E\u200F\u202A-\u202E]/g, '')
      for (const word of name.split(' ')) expect(letters).toContain(word)
    }
    const odd = { ...statement.customer, name: 'Ada \u{1F681}\u{12000} \u0001Byron' }
    expect(textOf(await statementPdf([{ ...statement, customer: odd }], null))).toContain('Byron')
  })
})

describe('a balance statement', () => {
  it('adds up: opening and movements make the closing, for every first day of the period', async () => {
    const school = randomSchool(21, { customers: 6, actions: 200 })
    const database = await emptySchool()
    await importFiles(database, school.files)
    const refs = await database.read((db) => db.selectFrom('customer_packages').select('ref').execute())
    let moved = 0
    for (const { date } of school.expected.asOf) {
      for (const { ref } of refs) {
        const statement = await statementOf(database, ref, null, businessDate(date))
        if (!statement.ok) throw new Error(statement.failure.message)
        const [pack] = statement.value.statement.packages
        if (!pack) throw new Error(ref)
        const paid = pack.activity.reduce((sum, { paidChange }) => sum + paidChange, 0)
        expect(pack.opening.paid + paid).toBe(pack.closing.paid)
        expect(pack.activity.every((action) => action.date >= date)).toBe(true)
        moved += pack.opening.paid === 0 ? 0 : 1
      }
    }
    expect(moved).toBeGreaterThan(0)
  })

  it('comes out as the same bytes each time, on Letter in America and on A4 elsewhere', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const statement = await made(database, 'CP-1001')
    const pdf = await statementPdf([statement], null)
    expect(Buffer.compare(pdf, await statementPdf([statement], null))).toBe(0)
    expect(pdf.toString('latin1')).toContain('[0 0 612 792]')
    const german = await statementPdf([{ ...statement, school: { ...statement.school, locale: 'de-DE' } }], null)
    expect(german.toString('latin1')).toContain('[0 0 595.28 841.89]')
  })

  it('numbers the pages of each statement, one or many, and repeats the head of the table', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const statement = await made(database, 'CP-1001')
    const [pack] = statement.packages
    if (!pack) throw new Error('no package')
    const activity = Array.from({ length: 300 }, () => pack.activity)
      .flat()
      .slice(0, 300)
    const long = { ...statement, packages: [{ ...pack, activity }] }
    const pdf = await statementPdf([long, statement], null)
    if (NO_PDFTOTEXT) return
    const text = textOf(pdf)
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1])
    expect(pages).toBeGreaterThan(8)
    expect(text.match(/hours and items/g)?.length).toBeGreaterThan(pages - 1)
    expect(text).toContain(`Page ${pages} of ${pages}`)
    expect(text).toMatch(/Page (\d) of \1\s*$/)
  })

  it('is refused in plain words where there is nothing to state', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    expect(await statementOf(database, 'CP-9999', null)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await statementOf(database, 'CP-1001', businessDate('2025-01-01'))).toMatchObject({
      ok: false,
      failure: { code: 'not_found', field: 'asOf' },
    })
    expect(
      await statementOf(database, 'CP-1001', businessDate('2026-01-10'), businessDate('2026-01-11')),
    ).toMatchObject({ ok: false, failure: { code: 'invalid_input', field: 'from' } })
  })
})
