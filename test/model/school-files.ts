import { parse } from 'csv-parse/sync'
import { readDecimal } from './numbers.ts'

export type Row = Record<string, string>
export type Kind = 'hour' | 'product' | 'service'

/** A rate of the catalogue or of a package line: both numbers in ten-thousandths, as the files write them. */
export interface Priced {
  kind: Kind
  rate: bigint
  taxPercent: bigint
}

export interface PackageLine {
  code: string
  quantity: bigint
  rate: bigint
}

export interface Catalogue {
  currencyDigits: number
  codes: Map<string, Priced>
  packages: Map<string, PackageLine[]>
  customers: Set<string>
  users: Set<string>
}

/** Decimals of the currencies that the schools of the tests use (ISO 4217). */
export const CURRENCY_DIGITS: Record<string, number> = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  CHF: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  BHD: 3,
}

export function readRows(text: string | undefined): Row[] {
  return text === undefined ? [] : (parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Row[])
}

/** The model is given correct catalogues only: anything else is a mistake of the test that made it. */
function decimal(text: string | undefined, decimals: number): bigint {
  const value = readDecimal(text ?? '', decimals)
  if (value === null) throw new Error(`'${text}' is no number with at most ${decimals} decimals`)
  return value
}

function cell(row: Row, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`a row has no column ${column}`)
  return value
}

function readCodes(files: Record<string, string>): Map<string, Priced> {
  const codes = new Map<string, Priced>()
  for (const row of readRows(files['hour_types.csv'])) {
    codes.set(cell(row, 'code'), { kind: 'hour', rate: decimal(row.rate, 4), taxPercent: decimal(row.tax_percent, 4) })
  }
  for (const row of readRows(files['items.csv'])) {
    const kind = cell(row, 'kind') === 'product' ? 'product' : 'service'
    codes.set(cell(row, 'code'), { kind, rate: decimal(row.price, 4), taxPercent: decimal(row.tax_percent, 4) })
  }
  return codes
}

export function readCatalogue(files: Record<string, string>): Catalogue {
  const currency = readRows(files['school.csv'])[0]?.currency ?? 'USD'
  const currencyDigits = CURRENCY_DIGITS[currency]
  if (currencyDigits === undefined) throw new Error(`add the decimals of ${currency} to the model`)
  const packages = new Map<string, PackageLine[]>()
  for (const row of readRows(files['packages.csv'])) packages.set(cell(row, 'code'), [])
  for (const row of readRows(files['package_lines.csv'])) {
    const lines = packages.get(cell(row, 'package'))
    if (!lines) throw new Error(`package ${row.package} is not in packages.csv`)
    lines.push({ code: cell(row, 'code'), quantity: decimal(row.quantity, 2), rate: decimal(row.rate, 4) })
  }
  return {
    currencyDigits,
    codes: readCodes(files),
    packages,
    customers: new Set(readRows(files['customers.csv']).map((row) => cell(row, 'number'))),
    users: new Set(readRows(files['users.csv']).map((row) => cell(row, 'username'))),
  }
}

/** Activity as it is played: each row alone, the rows of one invoice together. `row` is the number a spreadsheet shows. */
export interface PlayedRows {
  row: number
  rows: Row[]
}

export function readActivity(files: Record<string, string>): PlayedRows[] {
  const groups: PlayedRows[] = []
  for (const [index, row] of readRows(files['activity.csv']).entries()) {
    const last = groups.at(-1)
    const previous = last?.rows[0]
    if (last && row.action === 'invoice' && previous?.action === 'invoice' && previous.ref === row.ref)
      last.rows.push(row)
    else groups.push({ row: index + 2, rows: [row] })
  }
  return groups
}
