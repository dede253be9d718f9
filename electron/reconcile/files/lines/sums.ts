import { say } from '../../../../shared/words/say.ts'
import type { FileProblem } from '../bytes/table.ts'
import type { LeftOut } from './left-out.ts'
import type { ReadReceipt } from './read-line.ts'
import { balanceMoves } from './running-balance.ts'
import type { NoPayment } from './status-words.ts'

/** A line that was read, with what tells a payment from a balance or a total. */
export interface Doubtful {
  readonly receipts: readonly ReadReceipt[]
  readonly row: number
  readonly amount: number
  readonly balance: number | null
  /** what the row says in both columns of a pair: no payment does */
  readonly both: readonly [received: number, paidOut: number] | null
  /** its words may mean a balance or a total, and may be a customer's */
  readonly mayBeSum: boolean
}

interface Judged {
  readonly payments: readonly Doubtful[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly FileProblem[]
}

/** Tells balances and totals from payments by their arithmetic. `spite`: rows that are payments, as somebody said. */
export function sumsByArithmetic(lines: readonly Doubtful[], spite: ReadonlySet<number>): Judged {
  const payments: Doubtful[] = []
  const leftOut: LeftOut[] = []
  const problems: FileProblem[] = []
  const moving = lines.filter((line, place) => !line.mayBeSum && !stands(line, lines, place))
  const isBalanced = ['down', 'up'].includes(balanceMoves(moving) ?? '')
  const balances = openingAndClosing(lines)
  let total = 0
  for (const [place, line] of lines.entries()) {
    const reason = spite.has(line.row)
      ? null
      : balances.has(line)
        ? 'balance'
        : reasonOf(line, lines, place, { total, isBalanced })
    if (reason === null) {
      payments.push(line)
      total += line.amount
    } else if (reason === 'unknown') problems.push({ row: line.row, message: say('payment_files.sum_or_payment') })
    else if (reason === 'both') problems.push({ row: line.row, message: say('payment_files.both_columns') })
    else leftOut.push(asLeftOut(line, reason))
  }
  return { payments, leftOut, problems }
}

/** The first and the last row, where what stands between them makes the one into the other. */
function openingAndClosing(lines: readonly Doubtful[]): ReadonlySet<Doubtful> {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first?.mayBeSum || !last?.mayBeSum || lines.length < 3) return new Set()
  const between = lines.slice(1, -1).reduce((sum, { amount }) => sum + amount, 0)
  return Math.abs(last.amount - first.amount) === Math.abs(between) ? new Set([first, last]) : new Set()
}

interface SoFar {
  readonly total: number
  readonly isBalanced: boolean
}

function reasonOf(
  line: Doubtful,
  lines: readonly Doubtful[],
  place: number,
  { total, isBalanced }: SoFar,
): NoPayment | 'unknown' | 'both' | null {
  const isLast = place === lines.length - 1
  if (line.both !== null) return isSumOfBoth(line.both, lines.slice(0, place)) ? 'total' : 'both'
  const isStill = stands(line, lines, place)
  if (isBalanced && isStill) return 'balance'
  if (line.mayBeSum) {
    if (place > 0 && line.amount === total) return 'total'
    if (line.balance !== null && line.amount === line.balance && (place === 0 || isStill)) return 'balance'
    // Where the balance moves by it, it is a payment whatever it says.
    if (isBalanced && line.balance !== null) return null
    return 'unknown'
  }
  const isSilent = line.receipts.every(({ name, text, reference }) => `${name}${text}${reference}` === '')
  const others = lines.some(
    (other) => other !== line && other.receipts.some(({ name, text }) => `${name}${text}` !== ''),
  )
  return isLast && place > 1 && isSilent && others && line.amount === total ? 'total' : null
}

/** The balance of the row is its amount, and that of a row beside it: it does not move. */
function stands({ amount, balance }: Doubtful, lines: readonly Doubtful[], place: number): boolean {
  if (balance === null || Math.abs(amount) !== Math.abs(balance)) return false
  return [lines[place - 1]?.balance, lines[place + 1]?.balance].includes(balance)
}

function isSumOfBoth([received, paidOut]: readonly [number, number], above: readonly Doubtful[]): boolean {
  const came = above.filter(({ amount }) => amount > 0).reduce((sum, { amount }) => sum + amount, 0)
  const went = above.filter(({ amount }) => amount < 0).reduce((sum, { amount }) => sum - amount, 0)
  return received === came && Math.abs(paidOut) === went
}

function asLeftOut({ row, receipts: [first] }: Doubtful, reason: NoPayment): LeftOut {
  const { date = null, amount = null, name = '', text = '' } = first ?? {}
  return { row, reason, word: '', date, amount, text: [name, text].filter((part) => part !== '').join(' · ') }
}
