import { execFileSync, spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import { moneyText } from '../../shared/money-text.ts'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk } from './desk.ts'

const NO_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error !== undefined
const PERIOD = { from: '2026-01-05', to: '2026-01-31' }

/** A customer whose name is a formula to a spreadsheet. */
function hostileFiles(): Record<string, string> {
  const files = kestrelFiles()
  const customers = (files['customers.csv'] ?? '').replace(/^(C-001),[^,]*/m, '$1,"=cmd|\' /C calc\'!A1"')
  return { ...files, 'customers.csv': customers }
}

const bytesOf = ({ content }: ExportedFile) => Buffer.from(content, 'base64')
const recordsOf = (file: ExportedFile) => parse(bytesOf(file), { bom: true }) as string[][]
const money = (amount: number) => (amount / 100).toFixed(2)

describe('a report as a file', () => {
  it('has the rows of the screen, as CSV and as XLSX', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const { rows } = await desk.ask('reports.aging', { asOf: '2026-03-21' }, session)
    const of = { report: 'aging' as const, asOf: '2026-03-21' }
    const csv = await desk.ask('reports.export', { of, format: 'csv' }, session)
    expect(csv).toMatchObject({ name: 'aging-2026-03-21.csv', mediaType: 'text/csv' })
    const [header, ...records] = recordsOf(csv)
    expect(header).toContain('Days since payment')
    expect(records.map(([ref, , , , , , , , owed]) => [ref, owed])).toEqual(
      rows.map((row) => [row.ref, money(row.owed)]),
    )
    const xlsx = await desk.ask('reports.export', { of, format: 'xlsx' }, session)
    const [sheet] = await readSheets(bytesOf(xlsx))
    expect(sheet!.data.slice(1).map((row) => row[8])).toEqual(rows.map(({ owed }) => owed / 100))
  })

  it.skipIf(NO_PDFTOTEXT)('has the same amounts as PDF (needs pdftotext)', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const report = await desk.ask('reports.liability', { period: PERIOD }, session)
    const of = { report: 'liability' as const, period: PERIOD, table: 'packages' as const }
    const pdf = await desk.ask('reports.export', { of, format: 'pdf' }, session)
    expect(pdf).toMatchObject({ name: 'liability-2026-01-05-to-2026-01-31.pdf', mediaType: 'application/pdf' })
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytesOf(pdf), encoding: 'utf8' })
    const style = { currency: 'USD', locale: 'en-US', minorDigits: 2 }
    for (const row of [...report.packages, report.total])
      for (const amount of [row.opening, row.payments, row.drawn, row.closing])
        expect(text).toContain(moneyText(amount, style))
    expect(text).toContain('Jan 5, 2026 to Jan 31, 2026')
  })

  it('of the liability has one table as CSV, and all of them, with their totals, as XLSX', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const report = await desk.ask('reports.liability', { period: PERIOD }, session)
    const of = { report: 'liability' as const, period: PERIOD, table: 'packages' as const }
    const csv = await desk.ask('reports.export', { of, format: 'csv' }, session)
    expect(csv.name).toBe('liability-2026-01-05-to-2026-01-31-package-funds.csv')
    expect(recordsOf(csv).at(-1)).toEqual([
      'Total',
      '',
      ...(
        [
          'opening',
          'payments',
          'transfersIn',
          'transfersOut',
          'drawn',
          'refunded',
          'givenBack',
          'reversed',
          'broughtOver',
          'lapsed',
          'closing',
        ] as const
      ).map((part) => money(report.total[part])),
      money(report.total.liability),
      money(report.total.receivable),
    ])
    const sheets = await readSheets(bytesOf(await desk.ask('reports.export', { of, format: 'xlsx' }, session)))
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Package funds',
      'Customer packages',
      'Account balances',
      'Unflown',
      'Revenue',
      'Sales tax',
      'Over time',
    ])
    expect(sheets[5]!.data.slice(1).map((row) => row[0])).toEqual(report.taxes.map((row) => row.taxPercent / 10_000))
  })

  it.each<CallInput<'reports.export'>['of']>([
    { report: 'activity', period: PERIOD, table: 'payments' },
    { report: 'activity', period: PERIOD, table: 'takenBackByUser' },
    { report: 'activity', period: PERIOD, table: 'takenBack' },
    { report: 'liability', period: { ...PERIOD, from: null }, table: 'customerPackages' },
    { report: 'closings' },
  ])('comes out in both forms: %j', async (of) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const csv = recordsOf(await desk.ask('reports.export', { of, format: 'csv' }, session))
    const sheets = await readSheets(bytesOf(await desk.ask('reports.export', { of, format: 'xlsx' }, session)))
    const same = sheets.find(({ data }) => JSON.stringify(data[0]) === JSON.stringify(csv[0]))
    expect(same!.data).toHaveLength(csv.length)
  })
})

describe('a list as a file', () => {
  it('has every row of the search, in the order of the screen, and a formula in a name is text', async () => {
    const desk = await kestrelDesk(undefined, hostileFiles())
    const session = await desk.signInAs('front_desk')
    const choice = { search: '', status: null, sort: 'owed', direction: 'descending' } as const
    const { rows } = await desk.ask('packages.list', { ...choice, after: null, limit: 200 }, session)
    const csv = await desk.ask('packages.export', { choice, format: 'csv' }, session)
    expect(recordsOf(csv).map(([ref]) => ref)).toEqual(['Reference', ...rows.map(({ ref }) => ref)])
    expect(recordsOf(csv).map((record) => record[2])).toContain("'=cmd|' /C calc'!A1")
    const customers = { search: '', active: null }
    const [sheet] = await readSheets(
      bytesOf(await desk.ask('customers.export', { choice: customers, format: 'xlsx' }, session)),
    )
    expect(sheet!.data.map((row) => row[1])).toContain("=cmd|' /C calc'!A1")
    const paid = { search: '', status: 'paid' } as const
    const invoices = recordsOf(await desk.ask('invoices.export', { choice: paid, format: 'csv' }, session))
    expect(new Set(invoices.slice(1).map((record) => record[4]))).toEqual(new Set(['Paid']))
  })
})

describe('the ledger as a file', () => {
  it('is the one of the command line, for those who keep the books only', async () => {
    const desk = await kestrelDesk()
    const texts: string[] = []
    await desk.application.database.read(async (db) => {
      for await (const part of exportHledger(db)) texts.push(part)
    })
    const session = await desk.signInAs('billing')
    const file = await desk.ask('ledger.export', { format: 'hledger' }, session)
    expect(bytesOf(file).toString('utf8')).toBe(texts.join(''))
    const journal = recordsOf(await desk.ask('ledger.export', { format: 'money_journal' }, session))
    expect(new Set(journal.slice(1).map((record) => record[3]))).toEqual(new Set(['USD']))
    const desk2 = await desk.signInAs('front_desk')
    expect(await desk.send('ledger.export', { format: 'hledger' }, desk2)).toMatchObject({
      ok: false,
      failure: { code: 'not_permitted' },
    })
  })
})
