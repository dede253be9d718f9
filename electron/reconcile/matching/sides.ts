import type { OpenLine, RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { foldText } from '../../storage/search-text.ts'
import { say } from '../../../shared/words/say.ts'

/** A payout that another source's settled lines make up: what arrives at the bank in one sum. */
export interface KnownPayout {
  /** the processor's own name for it */
  readonly payout: string
  readonly source: string
  /** keys of the payments in it */
  readonly payments: readonly string[]
  /** less fees, in minor units */
  readonly net: number
}

/** One side of the matching, with what it is recognised by. */
export interface Side<Row> {
  readonly row: Row
  readonly key: string
  /** days since 1970 */
  readonly day: number
  readonly amount: number
  /** references and numbers, without signs and case: of a payment its own and those of its customer */
  readonly tokens: readonly string[]
  /** the words of the customer's name, sorted; empty where none is known */
  readonly name: readonly string[]
}

export type LineSide = Side<OpenLine> & {
  /** every word of the line, where a name may be found that has no column of its own */
  readonly words: ReadonlySet<string>
}
export type PaymentSide = Side<RecordedPayment> & {
  /** tokens that tell this payment from the customer's others: how it was recorded, and what was noted */
  readonly own: readonly string[]
}

/** Too short to tell one payment from another. */
const SHORTEST_TOKEN = 3
const DAY_MS = 86_400_000
/** A year is in too many texts to say anything. */
const YEAR = /^(19|20)\d\d$/

export function lineSide(row: OpenLine): LineSide {
  const all = `${row.reference} ${row.text} ${row.name}`
  return {
    row,
    key: String(row.id),
    day: dayOf(row.date),
    amount: row.amount,
    tokens: tokensOf(all),
    name: nameOf(row.name),
    words: new Set(nameOf(all)),
  }
}

/** What many payments share, like the "100h" of a package in their notes, is no reference of one of them. */
const MOST_SHARING = 3

export function paymentSides(rows: readonly RecordedPayment[]): PaymentSide[] {
  const tokens = rows.map((row) => {
    // An invoice is paid once as a rule; a package and an account many times.
    const own = tokensOf(`${row.recordedAs} ${row.note} ${row.ref === row.recordedAs ? row.ref : ''}`)
    return { own, customers: tokensOf(`${row.ref} ${row.customerNumber}`) }
  })
  const times = new Map<string, number>()
  for (const { own } of tokens) for (const token of own) times.set(token, (times.get(token) ?? 0) + 1)
  return rows.map((row, place) => {
    const { own = [], customers = [] } = tokens[place] ?? {}
    const isCustomers = new Set(tokensOf(row.customerNumber))
    return {
      row,
      key: row.key,
      day: dayOf(row.date),
      amount: row.amount,
      tokens: [...new Set([...own, ...customers])],
      own: own.filter((token) => (times.get(token) ?? 0) <= MOST_SHARING && !isCustomers.has(token)),
      name: nameOf(row.customer),
    }
  })
}

export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** Words with a number in them, without signs: "PAY-1001" and "pay 1001" are alike in "pay1001" and "1001". */
function tokensOf(text: string): string[] {
  const folded = foldText(text)
  const whole = folded.split(/[\s,;]+/).map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > SHORTEST_TOKEN)
  return [...new Set([...whole, ...parts])].filter(
    (word) => word.length >= SHORTEST_TOKEN && /\d/.test(word) && !YEAR.test(word),
  )
}

/** The words of a name, sorted, so that "Osei, Amelia" is "Amelia Osei". */
function nameOf(text: string): string[] {
  const words = foldText(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
  return [...new Set(words)].toSorted()
}

/** Whether a line names the customer of a payment: in its own column, or anywhere in its text. */
export function namesCustomer(line: LineSide, payment: PaymentSide): boolean {
  return payment.name.length > 0 && payment.name.every((word) => line.words.has(word))
}

/** Whether they share a part of the name, like the surname: "A. Osei". */
export function sharesName(line: LineSide, payment: PaymentSide): boolean {
  return line.name.some((word) => payment.name.includes(word))
}

/** Whether a line names somebody else: it has a name, no e-mail address, and shares no word of it with the customer. */
export function namesAnother(line: LineSide, payment: PaymentSide): boolean {
  const named = line.name.length > 0 && payment.name.length > 0 && !line.row.name.includes('@')
  return named && !sharesName(line, payment)
}

/** The reference that both have; undefined where they share none. */
export function sharedToken(line: LineSide, payment: PaymentSide): string | undefined {
  return line.tokens.find((token) => payment.tokens.includes(token))
}

/** The reference of this very payment that a line has. */
export function ownToken(line: LineSide, payment: PaymentSide): string | undefined {
  return line.tokens.find((token) => payment.own.includes(token))
}

/** How far apart, in words. */
export function daysApart(line: LineSide, payment: PaymentSide): string {
  return say('reconcile.days_apart', { days: Math.abs(line.day - payment.day) })
}

const PAYOUT_WORDS =
  /^(payouts?|deposits?|transfers?|batch|settlement|stripe|square|paypal|sumup|zettle|adyen|mollie|merchant|sammel.*|remise)$/

/** Whether a line looks like many payments in one sum. */
export function isPayoutLike(line: LineSide): boolean {
  return [...line.words].some((word) => PAYOUT_WORDS.test(word))
}
