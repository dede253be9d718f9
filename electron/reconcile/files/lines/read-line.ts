import type { BusinessDate } from '../../../../shared/dates.ts'
import { cents, type Cents } from '../../../../shared/money.ts'
import { say } from '../../../../shared/words/say.ts'
import { isEmptyAmount, readAmount, writtenAmount } from '../cells/amount.ts'
import { namedCurrency } from '../cells/own-currency.ts'
import { schoolDay } from '../cells/school-day.ts'
import { plain } from '../columns/plain-name.ts'
import { cellAt, type Fields, type FileLine } from './cells-of-line.ts'
import type { Direction } from './direction.ts'
import type { Way } from './direction-words.ts'
import { hintedWay } from './hinted-direction.ts'
import { keptText } from './line-text.ts'
import type { Reading } from './reading.ts'

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
  /** the processor's own number; empty: the file has none */
  readonly id: string
  /** it is what went back of a payment so far, as a column beside the payment says */
  readonly soFar: boolean
  /** it is only noted ahead, and taken nevertheless */
  readonly ahead: boolean
}

export type MoneyField = 'amount' | 'received' | 'paidOut' | 'fee'
export const MONEY_FIELDS: readonly MoneyField[] = ['amount', 'received', 'paidOut', 'fee']

/** -1 where what is usual in the column is written as negative, like fees and debits. */
export type Signs = Readonly<Record<'paidOut' | 'fee', 1 | -1>>

/** The amounts of a line in minor units; null: the cell is empty. */
export type Money = Readonly<Record<MoneyField, number | null>>

/** More than any amount has, whatever its thousands. */
const MANY_DIGITS = /^\D{0,4}(\d[,.' ]?){14,}\D{0,4}$/

/** The amounts of a line; or the sentence that says which is none. */
export function moneyOf({ fields }: FileLine, { places, decimal, terms }: Reading): Money | string {
  const money: Record<MoneyField, number | null> = { amount: null, received: null, paidOut: null, fee: null }
  for (const field of MONEY_FIELDS) {
    const text = cellAt(fields, places[field])
    if (places[field] === -1 || isEmptyAmount(text)) continue
    const amount = readAmount(text, decimal, terms)
    if (amount === undefined) {
      const params = { text: shown(text), currency: terms.currency }
      if (MANY_DIGITS.test(text)) return say('payment_files.amount_too_large', params)
      return field === 'fee' ? say('payment_files.no_fee', params) : say('payment_files.no_amount_in', params)
    }
    money[field] = amount
  }
  return money
}

/** What a line comes to for the school: positive where it came in. */
export function totalOf({ fields }: FileLine, money: Money, reading: Reading, signs: Signs): number {
  const { direction, receivedSign, extra, decimal, terms, places, unmarked } = reading
  const notPassed = extra.notPassed.reduce(
    (sum, place) => sum + (readAmount(cellAt(fields, place), decimal, terms) ?? 0),
    0,
  )
  const amount = (money.amount ?? 0) - notPassed
  const way = wayBeside(fields, direction)
  const size = direction.by === 'column' && direction.only ? Math.abs(amount) : amount
  const isUnmarked = unmarked === 'out' && writtenAmount(cellAt(fields, places.amount), terms)?.mark === null
  const directed = way === 'out' || isUnmarked ? -size : size
  return receivedSign * directed + (money.received ?? 0) - signs.paidOut * (money.paidOut ?? 0)
}

/** Which way the words beside an amount say that it went; undefined where they say nothing. */
function wayBeside(fields: Fields, direction: Direction): Way | undefined {
  if (direction.by === 'sign') return undefined
  if (direction.by === 'hinted') return hintedWay(fields, direction)
  return direction.ways.get(cellAt(fields, direction.place))
}

/** The day of a line at the school; or the sentence that says why there is none. */
export function dayOfLine(
  { fields }: FileLine,
  { places, order, extra, terms }: Reading,
): BusinessDate | { problem: string } {
  const date = cellAt(fields, places.date)
  const zone = cellAt(fields, extra.zone)
  const when = { date, time: cellAt(fields, extra.time), zone, namedZone: extra.namedZone }
  const read = schoolDay(when, order, terms.timeZone)
  if (typeof read === 'object') return read.day
  if (read === 'unknown_zone')
    return { problem: say('payment_files.unknown_zone', { text: shown(zone === '' ? date : zone) }) }
  return {
    problem: date === '' ? say('payment_files.date_empty') : say('payment_files.no_date', { text: shown(date) }),
  }
}

/** The payment of a line, and what of it went back so far. */
export function receiptsOf(
  line: FileLine,
  total: number,
  money: Money,
  reading: Reading,
  signs: Signs,
  date: BusinessDate,
): ReadReceipt[] {
  const { fields, row } = line
  const { places, extra, decimal, terms } = reading
  const kept = (place: number) => keptText(fields, place)
  const id = kept(places.id)
  const reference = kept(places.reference)
  const paid: ReadReceipt = {
    row,
    date,
    amount: cents(total),
    fee: cents(signs.fee * (money.fee ?? 0)),
    reference: reference === '' || id === '' || reference === id ? reference || id : `${id} ${reference}`,
    name: kept(places.name),
    text: kept(places.text),
    payout: kept(places.payout),
    id,
    soFar: false,
    ahead: false,
  }
  const back = extra.refunded === -1 ? 0 : (readAmount(cellAt(fields, extra.refunded), decimal, terms) ?? 0)
  if (back === 0 || total < 0) return [paid]
  // A list of payments has no line of its own for what went back.
  const on = dayOfLine({ row, fields }, { ...reading, places: { ...places, date: extra.refundedOn } })
  const backOn = typeof on === 'string' ? on : date
  return [paid, { ...paid, date: backOn, amount: cents(-Math.abs(back)), fee: cents(0), soFar: true }]
}

/** Why a line is not in the school's currency, if so. */
export function currencyProblem({ fields }: FileLine, { extra, terms }: Reading): string | undefined {
  const other = extra.currencies.map((place) => cellAt(fields, place)).find((text) => isOther(text))
  return other === undefined
    ? undefined
    : say('payment_files.other_currency', { text: shown(other.toUpperCase()), currency: terms.currency })

  function isOther(text: string): boolean {
    return text !== '' && namedCurrency(text, terms) !== 'own' && plain(text) !== ''
  }
}

export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
