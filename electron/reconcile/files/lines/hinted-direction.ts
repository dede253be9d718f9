import { readAmount, writtenAmount } from '../cells/amount.ts'
import type { Role } from '../columns/scored-names.ts'
import { cellAt, type Fields, type FileLine } from './cells-of-line.ts'
import type { DirectionFacts } from './direction-facts.ts'
import { hintsIn, type Way } from './direction-words.ts'
import { sumIn } from './sum-in.ts'
import { isGoneBack } from './type-words.ts'

/** Amounts without a sign beside words like "withdrawal" and "refund": somebody says of each word which way it went. */
export type Hinted = {
  readonly by: 'hinted'
  /** the columns in which the words stand */
  readonly places: readonly number[]
  readonly ways: ReadonlyMap<string, Way>
  /** words whose lines are no payments, as somebody said */
  readonly none: ReadonlySet<string>
  /** words of which nobody has said it yet; none: all is known */
  readonly open: readonly HintedWord[]
}

export interface HintedWord {
  readonly word: string
  readonly lines: readonly FileLine[]
}

const SAYING: readonly Role[] = ['text', 'type', 'reference', 'name']
/** As many as one question holds; the others are asked about after it. */
const MOST_WORDS = 12

/** Undefined where no word hints at money that went out, or each amount has a sign, or the balance leaves no doubt. */
export function byHints(facts: DirectionFacts): Hinted | undefined {
  const { lines, names, amount, terms, words } = facts
  const marked = lines.some(({ fields }) => {
    const cell = cellAt(fields, amount)
    const written = writtenAmount(cell, terms)
    return cell.startsWith('+') || (written !== undefined && written.mark !== null)
  })
  if (marked) return undefined
  const places = [
    ...new Set([...SAYING.flatMap((role) => (facts.roles.get(role) ?? []).map(({ place }) => place)), ...facts.texts]),
  ]
  const said = new Map(
    words.flatMap(({ column, value, means }) => {
      const word = column === names[amount] ? hintIn(value) : undefined
      return word === undefined ? [] : [[word, means] as const]
    }),
  )
  const found = new Map<string, FileLine[]>()
  for (const line of lines) {
    const hinted = wordsIn(line.fields, places, facts.ofProcessor)
    if (hinted.length === 0 || !readsAsPayment(line, facts)) continue
    for (const word of hinted) {
      const those = found.get(word)
      if (those) those.push(line)
      else found.set(word, [line])
    }
  }
  if (found.size === 0) return undefined
  const open = [...found].flatMap(([word, those]) => (said.has(word) ? [] : [{ word, lines: those }]))
  const ways = new Map([...said].flatMap(([word, means]) => (means === 'in' || means === 'out' ? [[word, means]] : [])))
  const none = new Set([...said].flatMap(([word, means]) => (means === 'no_payment' ? [word] : [])))
  return { by: 'hinted', places, ways, none, open: open.slice(0, MOST_WORDS) }
}

function readsAsPayment(line: FileLine, { amount, decimal, terms }: DirectionFacts): boolean {
  return Boolean(readAmount(cellAt(line.fields, amount), decimal, terms)) && sumIn(line) === undefined
}

/** What a processor writes beside a payment is the school's own text; only what goes back counts there. */
function wordsIn(fields: Fields, places: readonly number[], ofProcessor: boolean): string[] {
  const words = places.flatMap((place) => hintsIn(cellAt(fields, place)))
  return [...new Set(ofProcessor ? words.filter(isGoneBack) : words)]
}

/** Which way a line went by the words that were said; undefined: by none of them. */
export function hintedWay(fields: Fields, { places, ways }: Hinted): Way | undefined {
  const told = places.flatMap((place) => hintsIn(cellAt(fields, place)).flatMap((word) => ways.get(word) ?? []))
  return told.includes('out') ? 'out' : told[0]
}

/** The word of a line that somebody said is no payment; undefined: none. */
export function hintedNone(fields: Fields, { places, none }: Hinted): string | undefined {
  return places.flatMap((place) => hintsIn(cellAt(fields, place))).find((word) => none.has(word))
}

/** How such a word is kept among the words that somebody said: under the column of the amount, between stars. */
export function hintValue(word: string): string {
  return `*${word}*`
}

function hintIn(value: string): string | undefined {
  return /^\*(.+)\*$/.exec(value)?.[1]
}
