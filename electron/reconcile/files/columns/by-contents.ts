import { isEmptyAmount, readAmount } from '../cells/amount.ts'
import { decimalSignOf } from '../cells/decimal-sign.ts'
import { cellAt, type Fields } from '../lines/cells-of-line.ts'
import { balanceMoves } from '../lines/running-balance.ts'
import type { FileTerms } from '../file-terms.ts'
import type { Contents } from './column-contents.ts'

/** What columns without names may be, by their places; -1: none. `sure`: what stands in them leaves no other reading. */
export interface FoundByContents {
  readonly date: number
  readonly amount: number
  readonly received: number
  readonly paidOut: number
  readonly text: number
  readonly sure: boolean
}

type Money = readonly { readonly place: number; readonly amounts: readonly (number | null)[] }[]

/** Which columns say what, by what stands in them: days, amounts, and a balance that moves by the amounts. */
export function byContents(lines: readonly Fields[], contents: readonly Contents[], terms: FileTerms): FoundByContents {
  const filled = lines.length
  const days = contents.flatMap(({ dates, filled: count }, place) => (dates > 0.95 && count >= filled ? [place] : []))
  const money = moneyColumns(lines, contents, terms)
  const [date = -1, ...moreDays] = days
  const sameDays = moreDays.every((place) => lines.every((fields) => cellAt(fields, place) === cellAt(fields, date)))
  const found = amountsAmong(money)
  const used = new Set([...days, ...money.map(({ place }) => place)])
  return { date, ...found, text: longestText(contents, used), sure: found.sure && date !== -1 && sameDays }
}

function moneyColumns(lines: readonly Fields[], contents: readonly Contents[], terms: FileTerms): Money {
  const places = contents.flatMap(({ amounts, dates, filled, distinct }, place) => {
    const looks = filled > 0 && amounts > 0.98 && dates < 0.5
    // Numbers of checks and accounts are whole, and never have a sign.
    const isMoney = [...distinct].some((cell) => /[.,]\d{1,3}\)?$|^[-+(]|[.,]\d{2}\b|\p{Sc}/u.test(cell))
    return looks && (isMoney || terms.minorDigits === 0) && !looksLikeNumbers(distinct) ? [place] : []
  })
  const texts = places.flatMap((place) => lines.map((fields) => cellAt(fields, place)))
  const found = decimalSignOf(texts, undefined, terms)
  const sign = found === 'either' ? '.' : found.sign
  return places.map((place) => ({
    place,
    amounts: lines.map((fields) => {
      const text = cellAt(fields, place)
      return isEmptyAmount(text) ? null : (readAmount(text, sign, terms) ?? null)
    }),
  }))
}

/** Account numbers and the like: all of one length, and long. */
function looksLikeNumbers(distinct: ReadonlySet<string>): boolean {
  return [...distinct].every((cell) => /^\d{7,}$/.test(cell)) || [...distinct].every((cell) => /^0\d+$/.test(cell))
}

type Amounts = Pick<FoundByContents, 'amount' | 'received' | 'paidOut' | 'sure'>

const NO_AMOUNTS: Amounts = { amount: -1, received: -1, paidOut: -1, sure: false }

function amountsAmong(money: Money): Amounts {
  const [only, second] = money
  if (only && !second)
    return { ...NO_AMOUNTS, amount: only.place, sure: only.amounts.every((amount) => amount !== null) }
  for (const balance of money) {
    const others = money.filter((column) => column !== balance)
    for (const one of others) {
      if (others.length === 1 && moves(one.amounts, balance.amounts))
        return { ...NO_AMOUNTS, amount: one.place, sure: true }
      for (const other of others) {
        if (one === other || others.length !== 2) continue
        const net = one.amounts.map((amount, place) => (amount ?? 0) - Math.abs(other.amounts[place] ?? 0))
        if (isPair(one.amounts, other.amounts) && moves(net, balance.amounts))
          return { ...NO_AMOUNTS, received: one.place, paidOut: other.place, sure: true }
      }
    }
  }
  if (only && second && money.length === 2 && isPair(only.amounts, second.amounts))
    return { ...NO_AMOUNTS, paidOut: only.place, received: second.place }
  return { ...NO_AMOUNTS, amount: only?.place ?? -1 }
}

function moves(amounts: readonly (number | null)[], balances: readonly (number | null)[]): boolean {
  const told = balanceMoves(amounts.map((amount, place) => ({ amount: amount ?? 0, balance: balances[place] ?? null })))
  return (told === 'down' || told === 'up') && new Set(balances).size > 1
}

/** Whether of two columns each row fills one, and only one. */
export function isPair(one: readonly (number | null)[], other: readonly (number | null)[]): boolean {
  const both = one.filter((amount, place) => Boolean(amount) && Boolean(other[place])).length
  return both === 0 && one.some(Boolean) && other.some(Boolean)
}

/** The column in which most is said. */
function longestText(contents: readonly Contents[], used: ReadonlySet<number>): number {
  const lengths = contents.map(({ distinct, filled }, place) => {
    const words = [...distinct].filter((cell) => /\p{L}/u.test(cell))
    const length = words.reduce((sum, cell) => sum + cell.length, 0)
    return { place, length: filled === 0 || used.has(place) ? 0 : length }
  })
  const [best] = lengths.toSorted((left, right) => right.length - left.length)
  return best && best.length > 0 ? best.place : -1
}
