import { stringify } from 'csv-stringify/sync'
import type { CellObject } from 'write-excel-file/node'
import { defused } from '../../shared/defused-text.ts'
import { fixedDecimal } from '../../shared/decimal-text.ts'
import { quantityText, hundredths } from '../../shared/quantity.ts'
import { taxPercent, taxPercentText } from '../../shared/rate.ts'

/**
 * What a column holds: money in minor units, quantities in hundredths, percents in ten-thousandths, dates as
 * YYYY-MM-DD, counts as they are.
 */
export type ColumnKind = 'text' | 'money' | 'quantity' | 'percent' | 'count' | 'date'

/** A column of a table that leaves the program, and where its cells come from. */
export interface Column<Row> {
  readonly title: string
  readonly kind: ColumnKind
  /** null: an empty cell */
  readonly value: (row: Row) => string | number | null
}

/** A table as it leaves the program: with its header, as on the screen. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return { name, columns, rows: rows.map((row) => columns.map(({ value }) => value(row))) }
}

/**
 * A table as CSV: UTF-8 with a byte-order mark, so that spreadsheets read its accents; no cell starts a formula.
 * @param minorDigits decimals of the school's currency
 */
export function csvOf({ columns, rows }: Table, minorDigits: number): string {
  const records = rows.map((row) =>
    row.map((value, place) => plainText(value, columns[place]?.kind ?? 'text', minorDigits)),
  )
  return stringify([columns.map(({ title }) => title), ...records], { bom: true })
}

/**
 * Tables as the sheets of an XLSX workbook. Numbers and dates are typed, text is never a formula.
 * @param minorDigits decimals of the school's currency
 */
export async function xlsxOf(tables: readonly Table[], minorDigits: number): Promise<Buffer> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    data: [
      columns.map(({ title }): CellObject => ({ value: title, type: String, fontWeight: 'bold' })),
      ...rows.map((row) => row.map((value, place) => cell(value, columns[place]?.kind ?? 'text', minorDigits))),
    ],
  }))
  // Loaded where it is needed: every start would wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(sheets).toBuffer()
}

/** Characters of the widest cells that are usual. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 24,
  money: 14,
  quantity: 12,
  percent: 10,
  count: 10,
  date: 12,
}

function plainText(value: string | number | null, kind: ColumnKind, minorDigits: number): string {
  return typeof value === 'string' ? defused(value) : cellText(value, kind, minorDigits)
}

/** A cell as text, exactly; text as it is. @param minorDigits decimals of the school's currency */
export function cellText(value: string | number | null, kind: ColumnKind, minorDigits: number): string {
  if (value === null) return ''
  return typeof value === 'number' ? decimalText(value, kind, minorDigits) : value
}

function decimalText(value: number, kind: ColumnKind, minorDigits: number): string {
  switch (kind) {
    case 'money':
      return fixedDecimal(value, minorDigits)
    case 'quantity':
      return quantityText(hundredths(value))
    case 'percent':
      return taxPercentText(taxPercent(value))
    case 'text':
    case 'count':
    case 'date':
      return String(value)
  }
}

function cell(value: string | number | null, kind: ColumnKind, minorDigits: number): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') {
    // The decimal text is exact, and the nearest number to it prints as the same text.
    const number = Number(decimalText(value, kind, minorDigits))
    return { value: number, type: Number, format: numberFormat(kind, minorDigits) }
  }
  if (kind === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return { value: withoutControls(value), type: String }
}

function numberFormat(kind: ColumnKind, minorDigits: number): string {
  if (kind === 'money') return minorDigits === 0 ? '#,##0' : `#,##0.${'0'.repeat(minorDigits)}`
  return kind === 'quantity' ? '#,##0.00' : 'General'
}

/** Text as XML can hold it: line ends as line feeds, and nothing that no spreadsheet could open. */
function withoutControls(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n')
  // eslint-disable-next-line no-control-regex
  return lines.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

/** Excel takes 31 characters, and none of these. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}
