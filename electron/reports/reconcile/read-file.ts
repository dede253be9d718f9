import type { Mapping, ReceiptField } from '../../../shared/contract/reconcile-file.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { AUTOMATIC, fieldsNamed, plain, presetOf, proposedColumns } from './columns.ts'
import { fileRows } from './file-text.ts'
import { leftOut } from './left-out.ts'
import { decimalSignOf, readAmount, usualDecimalSign, type DecimalSign } from './read-amount.ts'
import { dateOrder, readDate, usualDateOrder, type DateOrder } from './read-date.ts'

/** What the school counts and writes in. */
export interface FileTerms {
  readonly currency: string
  readonly minorDigits: number
  readonly locale: string
}

/** A line of the file as it was read; amounts in minor units. */
export interface ReadReceipt {
  readonly row: number
  readonly date: BusinessDate
  readonly amount: Cents
  readonly fee: Cents
  readonly reference: string
  readonly name: string
  readonly text: string
  readonly payout: string
}

export interface FileProblem {
  readonly row: number | null
  readonly message: string
}

export interface ReadFile {
  readonly columns: readonly string[]
  /** nothing in it is `auto` any more where the file could be read */
  readonly mapping: Mapping
  readonly preset: string | null
  readonly receipts: readonly ReadReceipt[]
  /** lines that are no payments: payouts, failed ones, sums, empty ones */
  readonly leftOut: number
  readonly problems: readonly FileProblem[]
}

const LOOKED_AT_FOR_NAMES = 30
const LONGEST_TEXT = 500

/**
 * Reads a file of payments. What the mapping leaves open is found out from the file; where it is null, the columns are
 * proposed by their names. Problems name the row as a spreadsheet counts it, and nothing is guessed past them.
 */
export function readReceipts(bytes: Uint8Array, mapping: Mapping | null, terms: FileTerms): ReadFile {
  const file = fileRows(bytes, mapping ?? AUTOMATIC)
  if (!file.ok) return unread(mapping ?? AUTOMATIC, [{ row: file.row, message: file.message }])
  const { rows, encoding, delimiter } = file
  const skipRows = mapping === null ? rowOfNames(rows) : mapping.skipRows
  const columns = (rows[skipRows] ?? []).map((name) => name.trim())
  const preset = presetOf(columns)
  const known: Mapping = {
    ...(mapping ?? { ...AUTOMATIC, ...preset?.mapping }),
    columns: mapping?.columns ?? inFile(preset?.mapping.columns ?? proposedColumns(columns), columns),
    encoding,
    delimiter,
    skipRows,
  }
  const missing = missingColumns(known, columns)
  if (missing.length > 0) {
    const unmapped = unread(known, missing)
    return { ...unmapped, columns: columns.filter((name) => name !== ''), preset: preset?.name ?? null }
  }
  return {
    columns: columns.filter((name) => name !== ''),
    preset: preset?.name ?? null,
    ...readLines(rows, columns, known, terms),
  }
}

function unread(mapping: Mapping, problems: FileProblem[]): ReadFile {
  return { columns: [], mapping, preset: null, receipts: [], leftOut: 0, problems }
}

/** The first lines of a file may say whose account it is: the names are in the row that names most of the fields. */
function rowOfNames(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, LOOKED_AT_FOR_NAMES).map(fieldsNamed)
  const most = Math.max(0, ...named)
  return most === 0 ? 0 : named.indexOf(most)
}

/** The preset's names as the file writes them. */
function inFile(wanted: Mapping['columns'], columns: readonly string[]): Mapping['columns'] {
  const entries = Object.entries(wanted) as [ReceiptField, string | null][]
  return Object.fromEntries(
    entries.map(([field, name]) => [
      field,
      name === null ? null : (columns.find((column) => plain(column) === plain(name)) ?? null),
    ]),
  ) as Mapping['columns']
}

function missingColumns({ columns: fields }: Mapping, columns: readonly string[]): FileProblem[] {
  const problems: FileProblem[] = []
  if (columns.length < 2) problems.push({ row: null, message: 'No columns are found in the file.' })
  for (const name of Object.values(fields)) {
    if (name !== null && !columns.includes(name))
      problems.push({ row: null, message: `The file has no column "${name}".` })
  }
  if (fields.date === null) problems.push({ row: null, message: 'Choose the column with the date.' })
  if (fields.amount === null && fields.received === null && fields.paidOut === null)
    problems.push({ row: null, message: 'Choose the column with the amount, or those with what came in and went out.' })
  return problems
}

type Cell = (fields: readonly string[], field: ReceiptField) => string

interface Reading {
  readonly cell: Cell
  readonly order: DateOrder
  readonly decimal: DecimalSign
  /** fees are written as negative numbers */
  readonly feesNegative: boolean
  readonly received: 1 | -1
  readonly terms: FileTerms
}

function readLines(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  mapping: Mapping,
  terms: FileTerms,
): Pick<ReadFile, 'mapping' | 'receipts' | 'leftOut' | 'problems'> {
  const places = new Map(Object.entries(mapping.columns).map(([field, name]) => [field, columns.indexOf(name ?? '\0')]))
  const cell: Cell = (fields, field) => (fields[places.get(field) ?? -1] ?? '').trim()
  const lines = rows.slice(mapping.skipRows + 1)
  const amounts = lines.flatMap((fields) =>
    (['amount', 'received', 'paidOut', 'fee'] as const).map((field) => cell(fields, field)),
  )
  const usual = usualDateOrder(terms.locale)
  const dates = lines.map((fields) => cell(fields, 'date'))
  const order = mapping.dateOrder === 'auto' ? dateOrder(dates, usual) : mapping.dateOrder
  const decimal =
    mapping.decimalSign === 'auto' ? decimalSignOf(amounts, usualDecimalSign(terms.locale)) : mapping.decimalSign
  const fees = lines.map((fields) => readAmount(cell(fields, 'fee'), decimal, terms.minorDigits) ?? 0)
  const reading: Reading = {
    cell,
    order,
    decimal,
    feesNegative: fees.filter((fee) => fee < 0).length > fees.filter((fee) => fee > 0).length,
    received: mapping.receivedIs === 'positive' ? 1 : -1,
    terms,
  }
  const isLeftOut = leftOut(columns)
  const receipts: ReadReceipt[] = []
  const problems: FileProblem[] = []
  let passed = 0
  for (const [index, fields] of lines.entries()) {
    const row = mapping.skipRows + index + 2
    const read = isLeftOut(fields) ? null : readLine(fields, row, reading, columns)
    if (read === null) passed += fields.some((field) => field.trim() !== '') ? 1 : 0
    else if ('message' in read) problems.push(read)
    else receipts.push(read)
  }
  if (receipts.length === 0 && problems.length === 0)
    problems.push({ row: null, message: 'The file has no payments below the names of its columns.' })
  return { mapping: { ...mapping, dateOrder: order, decimalSign: decimal }, receipts, leftOut: passed, problems }
}

/** One line; null where it is no payment. */
function readLine(
  fields: readonly string[],
  row: number,
  reading: Reading,
  columns: readonly string[],
): ReadReceipt | FileProblem | null {
  const { cell, order, decimal, terms } = reading
  const texts = (['amount', 'received', 'paidOut'] as const).map((field) => cell(fields, field))
  // Headings, sums of columns and opening balances have no amount or no date.
  if (texts.every((text) => text === '')) return null
  const [amount, received, paidOut] = texts.map((text) =>
    text === '' ? cents(0) : readAmount(text, decimal, terms.minorDigits),
  )
  const wrong = texts.find((text) => text !== '' && readAmount(text, decimal, terms.minorDigits) === undefined)
  if (amount === undefined || received === undefined || paidOut === undefined)
    return { row, message: `"${shown(wrong ?? '')}" is not an amount in ${terms.currency}.` }
  const written = cell(fields, 'date')
  const date = readDate(written, order)
  if (date === undefined)
    return { row, message: written === '' ? 'The date is empty.' : `"${shown(written)}" is not a date.` }
  const feeText = cell(fields, 'fee')
  const fee = feeText === '' ? cents(0) : readAmount(feeText, decimal, terms.minorDigits)
  if (fee === undefined) return { row, message: `The fee "${shown(feeText)}" is not an amount in ${terms.currency}.` }
  const otherCurrency = currencyProblem(fields, columns, terms.currency)
  if (otherCurrency) return { row, message: otherCurrency }
  const total = reading.received * amount + Math.abs(received) - Math.abs(paidOut)
  if (total === 0) return null
  const kept = (field: ReceiptField) => cell(fields, field).slice(0, LONGEST_TEXT)
  return {
    row,
    date,
    amount: cents(total),
    fee: cents(reading.feesNegative ? -fee : fee),
    reference: kept('reference'),
    name: kept('name'),
    text: kept('text'),
    payout: kept('payout'),
  }
}

const CURRENCY_COLUMN = /^(currency|wahrung|devise|moneda)$/

function currencyProblem(fields: readonly string[], columns: readonly string[], own: string): string | undefined {
  const place = columns.findIndex((name) => CURRENCY_COLUMN.test(plain(name)))
  const written = (fields[place] ?? '').trim().toUpperCase()
  if (written === '' || written === own) return undefined
  return `The payment is in ${shown(written)}, and the school counts in ${own}. Take it out of the file.`
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
