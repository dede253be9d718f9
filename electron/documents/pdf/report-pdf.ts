import { dateText } from '../../../shared/date-text.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { quantityDisplay } from '../../../shared/quantity-text.ts'
import { taxPercent, taxPercentText } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import type { ColumnKind, Table } from '../spreadsheet.ts'
import { bytesOf, newDocument } from './document.ts'
import { openPicture } from './picture.ts'
import { QUIET, Sheet } from './sheet.ts'
import { drawTable } from './table.ts'

export interface PrintedReport {
  readonly title: string
  /** of which days, in words */
  readonly period: string
  readonly tables: readonly Table[]
}

export interface ReportSchool extends MoneyStyle {
  readonly name: string
  /** a JPEG; null where it has none */
  readonly logo: Uint8Array | null
  /** YYYY-MM-DD, at the school */
  readonly today: string
}

const LOGO = { width: 200, height: 36 }
/** In points: what a column has at least; the longest of the texts takes what is left. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 48,
  money: 50,
  quantity: 44,
  percent: 44,
  count: 36,
  date: 56,
}

/** A report as PDF, across the page: its tables one below the other, with the same rows as its files. */
export function reportPdf({ title, period, tables }: PrintedReport, school: ReportSchool): Promise<Buffer> {
  const { name, locale, today, logo } = school
  const document = newDocument({ title, author: name, locale, date: today, layout: 'landscape' })
  const sheet = new Sheet(document)
  sheet.newPage()
  if (logo) sheet.y += sheet.picture(openPicture(document, logo), LOGO) + 6
  sheet.paragraph(name, { size: 11, bold: true })
  sheet.paragraph(title, { size: 18, bold: true })
  sheet.paragraph(say('documents.period_made_today', { period, today: dateText(businessDate(today), locale) }), {
    size: 10,
    color: QUIET,
  })
  for (const table of tables) drawReportTable(sheet, table, school)
  for (let page = 0; page < sheet.pages; page++) {
    sheet.onPage(page, () => {
      const about = say('documents.foot_of_page', { name, title, period, page: page + 1, pages: sheet.pages })
      const style = { size: 8, color: QUIET }
      sheet.line(sheet.shortened(about, sheet.width, style), sheet.left, sheet.foot, sheet.width, style)
    })
  }
  return bytesOf(document)
}

function drawReportTable(sheet: Sheet, { name, columns, rows }: Table, school: ReportSchool): void {
  sheet.y += 14
  sheet.makeRoom(60)
  sheet.paragraph(name, { size: 11, bold: true })
  if (rows.length === 0) {
    sheet.paragraph(say('documents.nothing'), { size: 9, color: QUIET })
    return
  }
  const widest = longestText({ name, columns, rows })
  drawTable(
    sheet,
    columns.map(({ title, kind }, place) => ({
      header: title,
      width: place === widest ? 0 : WIDTHS[kind],
      align: kind === 'text' || kind === 'date' ? ('start' as const) : ('end' as const),
    })),
    rows.map((row) => ({
      cells: row.map((value, place) => cellText(value, columns[place]?.kind ?? 'text', school)),
      bold: row[0] === 'Total',
    })),
  )
}

/** The place of the column with the longest text; -1 in a table of numbers, which is as wide as they are. */
function longestText({ columns, rows }: Table): number {
  const lengths = columns.map(({ kind }, place) =>
    kind === 'text' ? Math.max(1, ...rows.slice(0, 500).map((row) => String(row[place] ?? '').length)) : 0,
  )
  const longest = Math.max(...lengths)
  return longest === 0 ? -1 : lengths.indexOf(longest)
}

/** A cell as the screens write it. */
function cellText(value: string | number | null, kind: ColumnKind, school: MoneyStyle): string {
  if (value === null) return ''
  switch (kind) {
    case 'money':
      return typeof value === 'number' ? moneyText(cents(value), school) : value
    case 'quantity':
      return typeof value === 'number' ? quantityDisplay(hundredths(value), 'hour', school.locale) : value
    case 'percent':
      return typeof value === 'number' ? `${taxPercentText(taxPercent(value))} %` : value
    case 'date':
      return typeof value === 'string' && value !== '' ? dateText(businessDate(value), school.locale) : ''
    case 'text':
    case 'count':
      return String(value)
  }
}
