import { cents } from '../../../../shared/money.ts'
import { say } from '../../../../shared/words/say.ts'
import { isEmptyAmount, looksLikeAmount, readAmount } from '../cells/amount.ts'
import { looksLikeDate, looksLikeSerial } from '../cells/date-forms.ts'
import type { FileProblem } from '../bytes/table.ts'
import { namedScore } from '../columns/row-of-names.ts'
import { cellAt, type FileLine } from './cells-of-line.ts'
import { reasonToLeaveOut, type LeftOut } from './left-out.ts'
import { lineTextProblem } from './line-text.ts'
import { sumIn } from './sum-in.ts'
import type { Reading } from './reading.ts'
import {
  currencyProblem,
  dayOfLine,
  MONEY_FIELDS,
  moneyOf,
  receiptsOf,
  totalOf,
  type Money,
  type ReadReceipt,
  type Signs,
} from './read-line.ts'
import type { NoPayment } from './status-words.ts'
import { sumsByArithmetic, type Doubtful } from './sums.ts'

/** The lines of a file as they were read. */
export interface ReadLines {
  readonly receipts: readonly ReadReceipt[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly FileProblem[]
}

type LineRead =
  | { readonly is: 'payment'; readonly line: Doubtful }
  | { readonly is: 'left_out'; readonly left: LeftOut }
  | { readonly is: 'problem'; readonly problem: FileProblem }

/** Reads the lines below the names of the columns. `spite`: rows that are taken though they are no payments. */
export function readLines(lines: readonly FileLine[], reading: Reading, spite: ReadonlySet<number>): ReadLines {
  const signs = signsOf(lines, reading)
  const names = namesAgain(reading)
  const read = lines.flatMap((line) => readLine(line, reading, signs, names, spite))
  const payments = read.flatMap((one) => (one.is === 'payment' ? [one.line] : []))
  const judged = sumsByArithmetic(payments, spite)
  const byRow = (left: { readonly row: number }, right: { readonly row: number }) => left.row - right.row
  return {
    receipts: judged.payments.flatMap(({ receipts }) => receipts),
    leftOut: [...read.flatMap((one) => (one.is === 'left_out' ? [one.left] : [])), ...judged.leftOut].toSorted(byRow),
    problems: [...read.flatMap((one) => (one.is === 'problem' ? [one.problem] : [])), ...judged.problems].toSorted(
      (left, right) => (left.row ?? 0) - (right.row ?? 0),
    ),
  }
}

function readLine(
  line: FileLine,
  reading: Reading,
  signs: Signs,
  names: string,
  spite: ReadonlySet<number>,
): LineRead[] {
  const { fields, row } = line
  if (fields.every((cell) => cell.trim() === '')) return []
  const taken = spite.has(row)
  const noLine = taken ? null : noLineBy(line, reading, names)
  if (noLine === 'other_names')
    return [{ is: 'problem', problem: { row, message: say('payment_files.another_table') } }]
  if (noLine !== null) return [leftOut(line, reading, signs, noLine, '')]
  const problem = (message: string): LineRead[] => [{ is: 'problem', problem: { row, message } }]
  const width = widthProblem(line, reading)
  if (width !== undefined) return problem(width)
  const told = reasonToLeaveOut(line, reading)
  if (told !== null && !taken) return [leftOut(line, reading, signs, told.reason, told.word)]
  const money = moneyOf(line, reading)
  if (typeof money === 'string') return problem(money)
  if (money.amount === null && money.received === null && money.paidOut === null)
    return [leftOut(line, reading, signs, 'no_amount', '')]
  const unkept = lineTextProblem(fields, reading.places)
  if (unkept !== undefined) return problem(unkept)
  const other = currencyProblem(line, reading)
  if (other !== undefined) return problem(other)
  const total = totalOf(line, money, reading, signs)
  if (total === 0) return [leftOut(line, reading, signs, nothingBecause(money, reading), '')]
  const date = dayOfLine(line, reading)
  if (typeof date === 'object') return problem(date.problem)
  if (hasTipBeside(line, money, reading)) return problem(say('payment_files.tip_beside'))
  const receipts = receiptsOf(line, total, money, reading, signs, date)
  const ahead = told?.reason === 'pending'
  return [
    payment(
      line,
      reading,
      money,
      total,
      receipts.map((receipt) => ({ ...receipt, ahead })),
    ),
  ]
}

function payment(
  line: FileLine,
  reading: Reading,
  money: Money,
  total: number,
  receipts: readonly ReadReceipt[],
): LineRead {
  const { extra, decimal, terms } = reading
  const balance = extra.balance === -1 ? undefined : readAmount(cellAt(line.fields, extra.balance), decimal, terms)
  return {
    is: 'payment',
    line: {
      receipts,
      row: line.row,
      amount: total,
      balance: balance ?? null,
      both: Boolean(money.received) && Boolean(money.paidOut) ? [money.received ?? 0, money.paidOut ?? 0] : null,
      mayBeSum: sumIn(line) === 'either',
    },
  }
}

/** What tells that a row is no line of the table at all: names again, a balance, a total, a note. */
function noLineBy({ fields, row }: FileLine, reading: Reading, names: string): NoPayment | 'other_names' | null {
  const { places } = reading
  const date = cellAt(fields, places.date)
  const hasDate = looksLikeDate(date) || looksLikeSerial(date)
  if (!hasDate && namedScore(fields) > 0)
    return fields
      .map((cell) => cell.trim())
      .join('\n')
      .startsWith(names)
      ? 'names'
      : 'other_names'
  const sum = sumIn({ fields, row })
  if (sum === 'balance' || sum === 'total') return sum
  if (sum === 'either' && !hasDate) return 'total'
  const hasOwnAmount = MONEY_FIELDS.some((field) => !isEmptyAmount(cellAt(fields, places[field])))
  const hasAmount = fields.some((cell) => /\d/.test(cell) && looksLikeAmount(cell) && !looksLikeDate(cell))
  // A row that slipped to the side still has a day and an amount somewhere.
  const isNote = (!hasOwnAmount && !fields.some(looksLikeDate)) || (!hasAmount && !(hasDate && hasOwnAmount))
  return isNote ? 'note' : null
}

/** Cells beyond the names, or fewer than the names: the row slipped, and would be read askew. */
function widthProblem({ fields }: FileLine, reading: Reading): string | undefined {
  const { names } = reading
  const filled = fields.findLastIndex((cell) => cell.trim() !== '') + 1
  const needed = names.findLastIndex((name) => !name.startsWith('#')) + 1
  if (filled > names.length) return say('payment_files.too_wide', { cells: filled, names: names.length })
  if (isCutAtThousands(fields, reading)) return say('payment_files.cut_thousands')
  if (fields.length < needed) return say('payment_files.too_narrow', { cells: fields.length, names: names.length })
  return undefined
}

/** 1,250.00 without quotation marks makes two cells: the thousands, and three digits in the column beside them. */
function isCutAtThousands(fields: readonly string[], { places, extra, numeric }: Reading): boolean {
  return [places.amount, places.received, places.paidOut, extra.balance].some((place) => {
    if (place === -1 || numeric.has(place + 1)) return false
    return (
      /^[-+(]?\p{Sc}?\d{1,3}$/u.test(cellAt(fields, place)) && /^\d{3}[.,]\d{1,2}\)?$/.test(cellAt(fields, place + 1))
    )
  })
}

/** All of it was cash, or there is nothing to it. */
function nothingBecause(money: Money, { extra }: Reading): NoPayment {
  return extra.notPassed.length > 0 && Boolean(money.amount) ? 'cash' : 'nothing'
}

/** Where the tip stands beside the amount, nobody knows whether it is in it. */
function hasTipBeside(
  { fields }: FileLine,
  { amount }: Money,
  { extra, decimal, terms, names, places }: Reading,
): boolean {
  if (extra.tip === -1 || amount === null || !/^amount$/i.test(names[places.amount] ?? '')) return false
  return (readAmount(cellAt(fields, extra.tip), decimal, terms) ?? 0) !== 0
}

function leftOut(line: FileLine, reading: Reading, signs: Signs, reason: NoPayment, word: string): LineRead {
  const money = moneyOf(line, reading)
  const date = dayOfLine(line, reading)
  const total = typeof money === 'string' ? 0 : totalOf(line, money, reading, signs)
  const { places } = reading
  const text = [places.name, places.text].map((place) => cellAt(line.fields, place)).filter((part) => part !== '')
  return {
    is: 'left_out',
    left: {
      row: line.row,
      reason,
      word,
      date: typeof date === 'string' ? date : null,
      amount: total === 0 ? null : cents(total),
      text: (text.length > 0
        ? text.join(' · ')
        : line.fields
            .map((cell) => cell.trim())
            .filter(Boolean)
            .join(' ')
      ).slice(0, 200),
    },
  }
}

/** Debits and fees may be written as negative: what most of the column is, is usual. */
function signsOf(lines: readonly FileLine[], reading: Reading): Signs {
  const { places, decimal, terms, extra } = reading
  const read = (fields: readonly string[], place: number) => readAmount(cellAt(fields, place), decimal, terms) ?? 0
  const usual = (place: number) => {
    if (place === -1) return 1
    const amounts = lines.map(({ fields }) => read(fields, place))
    return amounts.filter((amount) => amount < 0).length > amounts.filter((amount) => amount > 0).length ? -1 : 1
  }
  const nets = extra.net === -1 || places.fee === -1 ? [] : lines.filter(({ fields }) => read(fields, places.fee) !== 0)
  const fits = (sign: 1 | -1) =>
    nets.filter(
      ({ fields }) => read(fields, places.amount) - sign * read(fields, places.fee) === read(fields, extra.net),
    ).length
  const [plus, minus] = [fits(1), fits(-1)]
  return { paidOut: usual(places.paidOut), fee: plus === minus ? usual(places.fee) : plus > minus ? 1 : -1 }
}

/** The names as they would stand in the file once more, without those of blank columns at the end. */
function namesAgain({ names, named }: Reading): string {
  const last = names.findLastIndex((name) => !name.startsWith('#')) + 1
  return named
    ? names
        .slice(0, last)
        .map((name) => name.replace(/ \(\d+\)$/, ''))
        .join('\n')
    : '\0'
}
