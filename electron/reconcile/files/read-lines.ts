import type { Mapping, ReceiptField } from '../../../shared/contract/reconcile-file.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { plain } from './columns.ts'
import { isSum, leftOut } from './left-out.ts'
import { decimalSignOf, readAmount, usualDecimalSign, type AmountTerms, type DecimalSign } from './read-amount.ts'
import { dateOrder, readDate, usualDateOrder, type DateOrder } from './read-date.ts'

/** What the school counts and writes in. */
export type FileTerms = AmountTerms

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

/** The lines of a file, and what was found out from them. */
export interface ReadLines {
  readonly mapping: Mapping
  readonly receipts: readonly ReadReceipt[]
  /** lines that are no payments: payouts, failed ones, sums, empty ones */
  readonly leftOut: number
  readonly problems: readonly FileProblem[]
}

type Fields = readonly string[]
type MoneyField = 'amount' | 'received' | 'paidOut' | 'fee'

const LONGEST_TEXT = 500
const MONEY_FIELDS: readonly MoneyField[] = ['amount', 'received', 'paidOut', 'fee']

/** How the lines of a file are read. */
interface Reading {
  readonly cell: (fields: Fields, field: ReceiptField) => string
  readonly order: DateOrder
  readonly decimal: DecimalSign
  /** -1 where what is usual in the column is written as negative, like fees and debits */
  readonly signs: Readonly<Record<MoneyField, 1 | -1>>
  readonly terms: FileTerms
  /** places of columns that the mapping has no field for; -1: there is none */
  readonly currencyAt: number
  readonly refundedAt: number
  readonly refundedOnAt: number
}

/** Reads the lines below the names of the columns, which the mapping has already found. */
export function readLines(rows: readonly Fields[], columns: Fields, mapping: Mapping, terms: FileTerms): ReadLines {
  const lines = rows.slice(mapping.skipRows + 1)
  const reading = readingOf(lines, columns, mapping, terms)
  const isLeftOut = leftOut(columns)
  const receipts: ReadReceipt[] = []
  const problems: FileProblem[] = []
  let passed = 0
  for (const [index, fields] of lines.entries()) {
    const row = mapping.skipRows + index + 2
    const read = isLeftOut(fields) ? [] : readLine(fields, row, reading)
    if ('message' in read) problems.push(read)
    else if (read.length > 0) receipts.push(...read)
    else passed += fields.some((field) => field.trim() !== '') ? 1 : 0
  }
  if (receipts.length === 0 && problems.length === 0)
    problems.push({ row: null, message: 'The file has no payments below the names of its columns.' })
  const found = { ...mapping, dateOrder: reading.order, decimalSign: reading.decimal }
  return { mapping: found, receipts, leftOut: passed, problems }
}

/** What the mapping leaves open is found out from the whole column. */
function readingOf(lines: readonly Fields[], columns: Fields, mapping: Mapping, terms: FileTerms): Reading {
  const places = new Map(Object.entries(mapping.columns).map(([field, name]) => [field, columns.indexOf(name ?? '\0')]))
  const cell: Reading['cell'] = (fields, field) => (fields[places.get(field) ?? -1] ?? '').trim()
  const column = (field: ReceiptField) => lines.map((fields) => cell(fields, field))
  const usual = usualDateOrder(terms.locale)
  const order = mapping.dateOrder === 'auto' ? dateOrder(column('date'), usual) : mapping.dateOrder
  const decimal =
    mapping.decimalSign === 'auto'
      ? decimalSignOf(MONEY_FIELDS.flatMap(column), usualDecimalSign(terms.locale))
      : mapping.decimalSign
  const sign = (field: MoneyField) => {
    const amounts = column(field).map((text) => (text === '' ? 0 : (readAmount(text, decimal, terms) ?? 0)))
    return amounts.filter((amount) => amount < 0).length > amounts.filter((amount) => amount > 0).length ? -1 : 1
  }
  const names = columns.map(plain)
  const isWhole = plain(mapping.columns.amount ?? '') === 'amount'
  return {
    cell,
    order,
    decimal,
    signs: {
      amount: mapping.receivedIs === 'positive' ? 1 : -1,
      received: 1,
      paidOut: sign('paidOut'),
      fee: sign('fee'),
    },
    terms,
    currencyAt: names.findIndex((name) => /^(currency|wahrung|devise|moneda)$/.test(name)),
    refundedAt: isWhole ? names.indexOf('amount refunded') : -1,
    refundedOnAt: names.findIndex((name) => /^refunded (date|at|on)\b/.test(name)),
  }
}

/** The payment of a line, and what of it went back; nothing where it is no payment. */
function readLine(fields: Fields, row: number, reading: Reading): ReadReceipt[] | FileProblem {
  const { cell, order, decimal, signs, terms, refundedAt, refundedOnAt } = reading
  const texts = Object.fromEntries(MONEY_FIELDS.map((field) => [field, cell(fields, field)])) as MoneyTexts
  // Headings and opening balances have no amount.
  if (texts.amount === '' && texts.received === '' && texts.paidOut === '') return []
  const written = cell(fields, 'date')
  const date = readDate(written, order)
  if (date === undefined && isSum(fields, written)) return []
  const money = moneyOf(texts, decimal, terms)
  if (typeof money === 'string') return { row, message: money }
  if (date === undefined)
    return { row, message: written === '' ? 'The date is empty.' : `"${shown(written)}" is not a date.` }
  const otherCurrency = currencyProblem(fields[reading.currencyAt] ?? '', terms.currency)
  if (otherCurrency) return { row, message: otherCurrency }
  const total = signs.amount * money.amount + money.received - signs.paidOut * money.paidOut
  if (total === 0) return []
  const kept = (field: ReceiptField) => cell(fields, field).slice(0, LONGEST_TEXT)
  const texted = { reference: kept('reference'), name: kept('name'), text: kept('text'), payout: kept('payout') }
  const paid = { row, date, amount: cents(total), fee: cents(signs.fee * money.fee), ...texted }
  const back = readAmount((fields[refundedAt] ?? '').trim(), decimal, terms) ?? 0
  if (back === 0 || total < 0) return [paid]
  // A list of payments has no line of its own for what went back.
  const backOn = readDate((fields[refundedOnAt] ?? '').trim(), order) ?? date
  return [paid, { ...paid, date: backOn, amount: cents(-Math.abs(back)), fee: cents(0) }]
}

type MoneyTexts = Readonly<Record<MoneyField, string>>

/** The amounts of a line, empty ones as 0; or the sentence that says which is none. */
function moneyOf(texts: MoneyTexts, decimal: DecimalSign, terms: FileTerms): Record<MoneyField, number> | string {
  const money = { amount: 0, received: 0, paidOut: 0, fee: 0 }
  for (const field of MONEY_FIELDS) {
    const amount = texts[field] === '' ? 0 : readAmount(texts[field], decimal, terms)
    const what = field === 'fee' ? 'The fee ' : ''
    if (amount === undefined) return `${what}"${shown(texts[field])}" is not an amount in ${terms.currency}.`
    money[field] = amount
  }
  return money
}

function currencyProblem(text: string, own: string): string | undefined {
  const written = text.trim().toUpperCase()
  if (written === '' || written === own) return undefined
  return `The payment is in ${shown(written)}, and the school counts in ${own}. Take it out of the file.`
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
