import type { ExportedFile, ExportedReport, SpreadsheetFormat } from '../../../shared/contract/exports.ts'
import type { Period } from '../../../shared/contract/liability.ts'
import { dateText } from '../../../shared/date-text.ts'
import { done, refused } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { readClosings } from '../../billing/closing-store.ts'
import { readLogo } from '../../billing/policies-store.ts'
import { readSchool } from '../../billing/school-store.ts'
import { activityReport } from '../../reports/activity/activity-report.ts'
import { activityTables, agingTable, closingsTable } from '../../reports/activity/activity-tables.ts'
import { agingReport } from '../../reports/lists/aging.ts'
import { customersPage } from '../../reports/lists/customers-list.ts'
import { invoicesPage } from '../../reports/lists/invoices-list.ts'
import { liabilityByCustomerPackage, liabilityReport } from '../../reports/liability/liability.ts'
import { liabilityTables } from '../../reports/liability/liability-tables.ts'
import { customersTable, invoicesTable, packagesTable } from '../../reports/lists/list-tables.ts'
import { owedReport } from '../../reports/lists/owed.ts'
import { owedTables } from '../../reports/lists/owed-tables.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { csvOf, xlsxOf, type Table } from '../../documents/spreadsheet.ts'
import { readHead } from '../../ledger/head-store.ts'
import { exportHledger } from '../../school/journal/export-hledger.ts'
import { exportJournalCsv } from '../../school/journal/export-journal-csv.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { ReadingContext, Readings } from '../threads/reading.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ROWS_AT_ONCE = 200
/** A longer ledger would fill the window's memory. */
const MOST_ENTRIES = 200_000

export const exportReadings: Readings<
  'reports.export' | 'ledger.export' | 'packages.export' | 'invoices.export' | 'customers.export'
> = {
  'reports.export': async (context, { of, format }) => {
    const report = await reportTables(context.db, of)
    const { name, table, tables } = report
    if (format === 'pdf') return done(await pdfFile(context, of, report))
    if (format === 'xlsx') return done(await xlsxFile(context, name, tables))
    return done(await csvFile(context, tables.length === 1 ? name : `${name}-${fileWords(table)}`, table))
  },
  'packages.export': async (context, { choice, format }) => {
    const rows = await everyPage((after) =>
      packagesPage(context.db, { ...choice, today: context.today, after, limit: ROWS_AT_ONCE }),
    )
    return done(await listFile(context, 'packages', packagesTable(rows), format))
  },
  'invoices.export': async (context, { choice, format }) => {
    const rows = await everyPage((after) => invoicesPage(context.db, { ...choice, after, limit: ROWS_AT_ONCE }))
    return done(await listFile(context, 'invoices', invoicesTable(rows), format))
  },
  'customers.export': async (context, { choice, format }) => {
    const rows = await everyPage((after) => customersPage(context.db, { ...choice, after, limit: ROWS_AT_ONCE }))
    return done(await listFile(context, 'customers', customersTable(rows), format))
  },
  'ledger.export': async ({ db }, { format }) => {
    const entries = (await readHead(db))?.number ?? 0
    if (entries > MOST_ENTRIES) {
      return refused('invalid_input', say('refused_calls.the_ledger_has_entries_entries_too', { entries }), {
        remedy: say('refused_calls.export_it_on_the_command_line'),
      })
    }
    if (format === 'hledger') return done(file('ledger.journal', 'text/plain', await whole(exportHledger(db))))
    const moneyOnly = format === 'money_journal'
    const text = await whole(exportJournalCsv(db, { moneyOnly }))
    return done(file(moneyOnly ? 'journal-money.csv' : 'journal.csv', 'text/csv', text))
  },
}

interface ReportTables {
  readonly name: string
  /** as a person reads it */
  readonly title: string
  /** the one that a CSV has */
  readonly table: Table
  readonly tables: readonly Table[]
  /** those that go on paper */
  readonly printed: readonly Table[]
}

async function reportTables(db: ReadDb, of: ExportedReport): Promise<ReportTables> {
  switch (of.report) {
    case 'liability': {
      const customerPackages = await liabilityByCustomerPackage(db, of.period, null)
      const tables = liabilityTables(await liabilityReport(db, of.period), customerPackages)
      const { customerPackages: _, ...printed } = tables
      return {
        name: `liability-${daysText(of.period)}`,
        title: say('refused_calls.liability'),
        table: tables[of.table],
        tables: Object.values(tables),
        printed: Object.values(printed),
      }
    }
    case 'activity': {
      const tables = activityTables(await activityReport(db, of.period))
      const all = Object.values(tables)
      return {
        name: `activity-${daysText(of.period)}`,
        title: say('refused_calls.activity'),
        table: tables[of.table],
        tables: all,
        printed: all,
      }
    }
    case 'owed': {
      const school = await readSchool(db)
      if (!school) throw new Error('a report without a school')
      const tables = owedTables(await owedReport(db, of.asOf), school)
      const all = Object.values(tables)
      const title = say('owed.title')
      const printed = [...all, agingTable(await agingReport(db, of.asOf))]
      return { name: `owed-${of.asOf}`, title, table: tables[of.table], tables: all, printed }
    }
    case 'aging': {
      const table = agingTable(await agingReport(db, of.asOf))
      return {
        name: `aging-${of.asOf}`,
        title: say('refused_calls.owed_by_age'),
        table,
        tables: [table],
        printed: [table],
      }
    }
    case 'closings': {
      const table = closingsTable(await readClosings(db))
      return { name: 'closings', title: say('refused_calls.closings'), table, tables: [table], printed: [table] }
    }
  }
}

function daysText({ from, to }: Period): string {
  return from === null ? `until-${to}` : `${from}-to-${to}`
}

function fileWords({ name }: Table): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

/** All rows of a list, page by page. */
async function everyPage<Row>(
  page: (after: string | null) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Row[]> {
  const all: Row[] = []
  let after: string | null = null
  do {
    const { rows, next } = await page(after)
    all.push(...rows)
    after = next
  } while (after !== null)
  return all
}

async function whole(parts: AsyncGenerator<string>): Promise<string> {
  const texts: string[] = []
  for await (const part of parts) texts.push(part)
  return texts.join('')
}

function listFile(
  context: ReadingContext,
  name: string,
  table: Table,
  format: SpreadsheetFormat,
): Promise<ExportedFile> {
  return format === 'csv' ? csvFile(context, name, table) : xlsxFile(context, name, [table])
}

async function csvFile({ school }: ReadingContext, name: string, table: Table): Promise<ExportedFile> {
  return file(`${name}.csv`, 'text/csv', csvOf(table, school.minorDigits))
}

async function xlsxFile({ school }: ReadingContext, name: string, tables: readonly Table[]): Promise<ExportedFile> {
  return file(`${name}.xlsx`, XLSX, await xlsxOf(tables, school.minorDigits))
}

/** Of which days a report is; the dates are put into the school's words on paper. */
function periodWords(of: ExportedReport, locale: string): string {
  switch (of.report) {
    case 'liability':
    case 'activity': {
      const to = dateText(of.period.to, locale)
      return of.period.from === null
        ? say('refused_calls.until_to', { to })
        : say('refused_calls.from_to_to', { from: dateText(of.period.from, locale), to })
    }
    case 'owed':
    case 'aging':
      return say('refused_calls.as_of_asof', { asOf: dateText(of.asOf, locale) })
    case 'closings':
      return say('refused_calls.all')
  }
}

async function pdfFile(
  { db, school, today }: ReadingContext,
  of: ExportedReport,
  report: ReportTables,
): Promise<ExportedFile> {
  const { name, title, printed } = report
  // Loaded where it is needed: every reading in a thread would wait for it.
  const { reportPdf } = await import('../../documents/pdf/report-pdf.ts')
  const bytes = await reportPdf(
    { title, period: periodWords(of, school.locale), tables: printed },
    { ...school, logo: await readLogo(db), today },
  )
  return file(`${name}.pdf`, 'application/pdf', bytes)
}

function file(name: string, mediaType: string, content: string | Buffer): ExportedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return { name, mediaType, content: bytes.toString('base64') }
}
