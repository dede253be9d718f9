import type { CallArguments } from '../../../shared/contract/index.ts'
import type { FilePreview, LeftOutLine } from '../../../shared/contract/reconcile-file.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { reasonWords } from '../../reconcile/files/files-json.ts'
import type { LeftOut } from '../../reconcile/files/lines/left-out.ts'
import type { ReadReceipt } from '../../reconcile/files/lines/read-line.ts'
import type { ReadFile } from '../../reconcile/files/read-file.ts'
import { recognised, type Recognised } from '../../reconcile/files/repeats.ts'
import { shownAs } from '../../reconcile/files/shown.ts'
import { writtenWords } from '../../reconcile/files/written-words.ts'
import { knownLines } from '../../reconcile/settling/known-lines-store.ts'
import type { ReadingContext } from '../threads/reading.ts'
import { readSources } from '../../reconcile/settling/lines-store.ts'
import { fileTerms, noSource, readChosen } from './reconcile-file.ts'

const MOST_SHOWN = 50
const MOST_LEFT_OUT = 200

/** Reads a chosen file without taking it. */
export async function previewFile(
  { db, school }: ReadingContext,
  { file, source, mapping, alsoRows }: CallArguments<'reconcile.preview'>,
): Promise<Outcome<FilePreview>> {
  const sources = await readSources(db)
  const known = sources.find(({ id }) => id === source)
  if (source !== null && !known) return noSource()
  const read = await readChosen({
    content: file.content,
    mapping: mapping ?? known?.mapping ?? null,
    terms: fileTerms(school),
    alsoRows,
    others: sources.map((one) => one.mapping),
  })
  const lines = recognised(read.receipts, await knownLines(db, source))
  const asked = { content: file.content, mapping: read.mapping, alsoRows, source }
  const fresh = lines.filter(({ repeats }) => repeats === null)
  return done({
    ...previewOf(read, lines),
    fits: sources.filter((_, place) => read.fits[place]).map(({ id }) => id),
    shown: shownAs(asked, fresh),
  })
}

/** Balances and totals are no money of their own, and a note has none. */
function isMovement({ reason, amount }: LeftOut): boolean {
  return reason !== 'balance' && reason !== 'total' && amount !== null
}

function previewOf(read: ReadFile, lines: readonly Recognised[]): Omit<FilePreview, 'shown' | 'fits'> {
  const fresh = lines.filter(({ repeats }) => repeats === null).map(({ receipt }) => receipt)
  const dates = fresh.map(({ date }) => date).toSorted()
  const sumOf = (amountOf: (receipt: ReadReceipt) => number) =>
    cents(fresh.reduce((sum, receipt) => sum + amountOf(receipt), 0))
  return {
    columns: [...read.columns],
    raw: read.raw.map((cells) => [...cells]),
    mapping: read.mapping,
    written: writtenWords(read),
    preset: read.preset,
    tenders: [...read.tenders],
    receipts: lines.slice(0, MOST_SHOWN).map(({ receipt, repeats }) => ({ ...receipt, repeats })),
    count: fresh.length,
    repeated: lines.length - fresh.length,
    leftOut: read.leftOut.length,
    leftOutLines: read.leftOut.slice(0, MOST_LEFT_OUT).map((left): LeftOutLine => ({
      row: left.row,
      reason: reasonWords(left),
      date: left.date,
      amount: left.amount,
      text: left.text,
    })),
    leftOutCounted: read.leftOut.filter(isMovement).length,
    leftOutSum: cents(read.leftOut.filter(isMovement).reduce((sum, { amount }) => sum + (amount ?? 0), 0)),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    received: sumOf(({ amount }) => Math.max(amount, 0)),
    paidOut: sumOf(({ amount }) => Math.max(-amount, 0)),
    fees: sumOf(({ fee }) => fee),
    asks: [...read.asks],
    problems: read.problems.slice(0, MOST_SHOWN),
    more: Math.max(0, read.problems.length - MOST_SHOWN),
  }
}
