import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { fontOf } from '../../electron/documents/pdf/font-book.ts'
import { statementPdf } from '../../electron/statements/statement-pdf.ts'
import { visualPieces } from '../../electron/documents/pdf/text-direction.ts'
import { textRuns } from '../../electron/documents/pdf/text-runs.ts'
import { makeStatement } from '../../electron/statements/statement.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { signedMoneyText } from '../../shared/money-text.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const NO_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error !== undefined

async function kestrelStatement(): Promise<Statement> {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  const today = businessDate('2026-02-01')
  const choice = { about: { of: 'package' as const, ref: 'CP-1001' }, asOf: null, from: null, inWords: false }
  const made = await database.read((db) => makeStatement(db, { choice, today, head: null }))
  if (!made.ok) throw new Error(made.failure.message)
  return made.value.statement
}

const textOf = (pdf: Uint8Array) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, ' ')

describe('a right-to-left text', () => {
  it.each([
    ['its numbers keep their direction, in its own digits, too', 'سيسنا ١٧٢', ['١٧٢', ' ', 'سيسنا']],
    ['its words come from the right', 'محمد الأمين', ['الأمين', ' ', 'محمد']],
    ['brackets around a foreign word face it', 'שיעור (PPL)', ['(', 'PPL', ')', ' ', 'שיעור']],
    ['punctuation stands on the left of the word before it', 'ملاحظة: دفع', ['دفع', ' ', ':', 'ملاحظة']],
    ['inside a left-to-right text it is turned alone', 'As of יום 3', ['As of ', '3', ' ', 'יום']],
  ])('%s', (_, text, pieces) => {
    expect(visualPieces(text)).toEqual(pieces)
  })

  it('has its letters turned by the font, and its numbers not', () => {
    const font = fontOf('arabic-400')
    const order = (text: string) => font.layout(text).glyphs.map(({ id }) => id)
    expect(order('١٧٢')).toEqual(['١', '٧', '٢'].flatMap(order))
    expect(font.layout('رد').glyphs.map(({ codePoints }) => codePoints[0])).toEqual([0x62f, 0x631])
  })

  it('loses its marks of direction, which no font shows', () => {
    const text = textRuns('\u061C\u2212\u200F١٢٫٥٠\u200F', false).map((run) => run.text)
    expect(text.join('')).not.toMatch(/[\u061C\u200F]/)
  })
})

describe.skipIf(NO_PDFTOTEXT)('what does not fit (skipped without pdftotext)', () => {
  it.each([
    ['id-ID', 'IDR', 160_000_000_00],
    ['de-CH', 'CHF', 123_456_789_01],
    ['en-US', 'USD', 999_999_999_999_99],
  ])('never breaks a number (%s)', async (locale, currency, amount) => {
    const statement = await kestrelStatement()
    const school = { ...statement.school, locale, currency }
    const packages = statement.packages.map((pack) => ({
      ...pack,
      activity: pack.activity.map((action) => ({ ...action, paidChange: cents(amount), fundsChange: cents(-amount) })),
    }))
    const text = textOf(await statementPdf([{ ...statement, school, packages }], null))
    expect(text).toContain(signedMoneyText(cents(amount), school).replaceAll(/\s+/g, ' '))
    expect(text).toContain(signedMoneyText(cents(-amount), school).replaceAll(/\s+/g, ' '))
  })

  it('parts a row that no page could hold, and cuts nothing of it', async () => {
    const statement = await kestrelStatement()
    const notes = Array.from({ length: 150 }, (_, place) => `note-${place}-end`)
    const packages = statement.packages.map((pack) => ({
      ...pack,
      activity: pack.activity.slice(0, 1).map((action) => ({ ...action, note: notes.join('\n') })),
    }))
    const text = textOf(await statementPdf([{ ...statement, packages }], null))
    expect(notes.filter((note) => !text.includes(note))).toEqual([])
  })
})
