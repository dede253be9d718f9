import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'
import { cents } from '../../../shared/money.ts'
import type { OpenQuestion } from './open-question.ts'
import type { ReadReceipt } from './lines/read-line.ts'

type Receipts = readonly ReadReceipt[]

const MOST_BESIDE = 4

/** A question with what each of its answers would come to, and the lines that they read differently. */
export function asked({ about, question, choices, words }: OpenQuestion, readAs: (mapping: Mapping) => Receipts): Ask {
  const read = choices.map(({ answer, mapping }) => ({ answer, mapping, receipts: readAs(mapping) }))
  const differing = differingRows(read.map(({ receipts }) => receipts))
  // Of each word its first line, and not the first word four times.
  const first = words?.words.map(({ row }) => row).filter((row) => differing?.has(row)) ?? []
  const rows = first.length > 0 ? new Set(first) : differing
  return {
    about,
    question,
    choices: read.map(({ answer, mapping, receipts }) => ({ answer, mapping, ...sumsOf(receipts, rows) })),
    words: words ?? null,
  }
}

/** Rows of which the answers make something else: only these help to choose. Undefined: of none, or of one answer. */
function differingRows(readings: readonly Receipts[]): ReadonlySet<number> | undefined {
  if (readings.length < 2) return undefined
  const said = readings.map(
    (receipts) => new Map(receipts.map(({ row, date, amount }) => [row, `${date} ${amount}`] as const)),
  )
  const rows = [...new Set(said.flatMap((byRow) => [...byRow.keys()]))].toSorted((left, right) => left - right)
  const differing = rows.filter((row) => new Set(said.map((byRow) => byRow.get(row))).size > 1)
  return differing.length === 0 ? undefined : new Set(differing)
}

function sumsOf(receipts: Receipts, rows: ReadonlySet<number> | undefined) {
  const beside = rows === undefined ? receipts : receipts.filter(({ row }) => rows.has(row))
  return {
    received: cents(receipts.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0)),
    paidOut: cents(receipts.reduce((sum, { amount }) => sum + Math.max(-amount, 0), 0)),
    count: receipts.length,
    receipts: beside.slice(0, MOST_BESIDE).map(({ id: _id, soFar: _soFar, ahead: _ahead, ...receipt }) => receipt),
  }
}
