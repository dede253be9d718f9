import { readableLocale } from './locale.ts'

/** Why something typed is no number: nothing is there, it is not written as one, or it could be two of them. */
export type TypedProblem = 'missing' | 'unreadable' | 'decimals' | 'ambiguous'

/** The marks between the digits of a number, as a locale writes them. */
interface Marks {
  readonly decimal: string
  readonly group: string
  /** 12,34,567 */
  readonly indian: boolean
}

/** The zeros of the digits that people type: the other nine follow. */
const ZEROS = '0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０'
const ARABIC_DECIMAL = '٫'
const ARABIC_GROUP = '٬'
/** Set between the digits of a long number in any locale. */
const SPACES = /[\s'’]/gu
const DIRECTIONS = /[\u061c\u200e\u200f\u2066-\u2069]/gu
const MARKS_AND_DIGITS = /^[\d.,\u066b\u066c\s'’]+$/u

/**
 * Reads a number as people type it, by the locale: where a form of writing has one meaning only it is taken, where it
 * has two the locale decides, and what the locale does not decide is refused. Nothing is ever guessed.
 * @param places decimals that there may be
 * @returns a plain decimal with a point: "1250.50"
 */
export function typedDecimal(text: string, locale: string, places: number): string | { problem: TypedProblem } {
  const typed = westernDigits(withoutDirections(text)).trim()
  if (typed === '') return { problem: 'missing' }
  if (!MARKS_AND_DIGITS.test(typed) || !/\d/.test(typed)) return { problem: 'unreadable' }
  const marks = marksOf(locale)
  const decimal = decimalMark(typed, marks)
  if (decimal === 'ambiguous' || decimal === 'unreadable') return { problem: decimal }
  const [whole = '', fraction] = decimal === null ? [typed] : typed.split(decimal)
  const digits = ungrouped(whole, marks)
  if (digits === null || /\D/.test(fraction ?? '')) return { problem: 'unreadable' }
  if ((fraction?.length ?? 0) > places) {
    // Three digits after a single mark might be thousands.
    const thousands = fraction?.length === 3 && isLoneGroup(whole)
    return { problem: thousands ? 'ambiguous' : 'decimals' }
  }
  if (fraction === undefined || fraction === '') return digits === '' ? '0' : digits
  return `${digits === '' ? '0' : digits}.${fraction}`
}

/** The mark that separates the decimals; null where there are none. */
function decimalMark(typed: string, { decimal, group }: Marks): string | 'ambiguous' | 'unreadable' | null {
  const used = [...new Set(typed.replace(/\d/g, ''))]
  const points = used.filter((mark) => /[.,٫٬]/u.test(mark))
  if (points.length > 2) return 'unreadable'
  const last = points.toSorted((one, other) => typed.lastIndexOf(other) - typed.lastIndexOf(one))[0]
  if (last === undefined) return null
  const times = typed.split(last).length - 1
  if (last === ARABIC_DECIMAL) return times === 1 ? last : 'unreadable'
  if (last === ARABIC_GROUP) return points.length === 1 ? null : 'unreadable'
  // Two different marks: the later one separates the decimals. With spaces between the digits, too.
  if (points.length === 2 || /\d[\s'’]\d/u.test(typed)) return times === 1 ? last : 'unreadable'
  if (times > 1) return null
  if (last === decimal) return last
  // A single mark that is not the locale's decimal one: the thousands, where three digits follow.
  const after = typed.length - typed.lastIndexOf(last) - 1
  if (after !== 3 || !isLoneGroup(typed.slice(0, typed.lastIndexOf(last)))) return last
  return last === group ? null : 'ambiguous'
}

/** Whether these digits can stand before the first mark of the thousands. */
function isLoneGroup(digits: string): boolean {
  return /^[1-9]\d{0,2}$/.test(digits)
}

/** The digits of the whole part; null where its marks do not stand where thousands are. */
function ungrouped(whole: string, { indian }: Marks): string | null {
  const typed = whole.trim()
  if (/^\d*$/.test(typed)) return typed
  const marks = new Set(typed.replace(/\d/g, '').replace(SPACES, ' '))
  if (marks.size !== 1) return null
  const groups = typed.split(/\D/u)
  const plain = groups.slice(1).every(({ length }) => length === 3)
  const lakhs = indian && groups.at(-1)?.length === 3 && groups.slice(1, -1).every(({ length }) => length === 2)
  const first = groups[0] ?? ''
  if (!isLoneGroup(first) || !(plain || (lakhs && first.length <= 2))) return null
  return groups.join('')
}

/** Without the marks that turn the direction of writing: they are copied along with amounts, and mean nothing here. */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '')
}

export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    for (const zero of ZEROS) {
      const value = code - (zero.codePointAt(0) ?? 0)
      if (value >= 0 && value <= 9) return String(value)
    }
    return digit
  })
}

const known = new Map<string, Marks>()

function marksOf(locale: string): Marks {
  const found = known.get(locale)
  if (found) return found
  // The marks beside western digits; those of Arabic ones mean the same everywhere.
  const format = new Intl.NumberFormat(readableLocale(locale), { numberingSystem: 'latn' })
  const parts = format.formatToParts(1_234_567.8)
  const partOf = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const indian = parts.filter(({ type }) => type === 'integer')[1]?.value.length === 2
  const marks = { decimal: partOf('decimal') || '.', group: partOf('group'), indian }
  known.set(locale, marks)
  return marks
}
