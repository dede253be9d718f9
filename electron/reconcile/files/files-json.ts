import { say } from '../../../shared/words/say.ts'
import { amountText } from '../../../shared/money.ts'
import type { FileTerms } from './file-terms.ts'
import type { KnownLines } from './known-lines.ts'
import type { LeftOut } from './lines/left-out.ts'
import { recognised, type Recognised } from './repeats.ts'
import type { ReadFile } from './read-file.ts'

/** How one file is read, as the command line prints it. */
export interface FileJson {
  readonly file: string
  readonly reading: {
    readonly columns: Readonly<Record<string, string>>
    readonly preset: string | null
    readonly encoding: string
    readonly delimiter: string
    readonly skipRows: number
    /** null: the file has no days or amounts that need it, or it is open */
    readonly dateOrder: string | null
    readonly decimalSign: string | null
  }
  readonly lines: readonly {
    readonly row: number
    readonly date: string
    /** a decimal with its sign; negative where it went back to a customer */
    readonly amount: string
    readonly fee: string
    readonly text: string
    readonly reference: string
  }[]
  readonly leftOut: readonly { readonly row: number; readonly reason: string }[]
  readonly refused: readonly { readonly row: number | null; readonly message: string }[]
  readonly asks: readonly {
    readonly about: string
    readonly question: string
    readonly choices: readonly { readonly answer: string; readonly received: string; readonly paidOut: string }[]
  }[]
}

/** What a file says, after others of its source: lines that they had are left out. Its new lines are known from then on. */
export function fileJson(file: string, read: ReadFile, known: KnownLines, terms: FileTerms): FileJson {
  const lines = recognised(read.receipts, known)
  const fresh = lines.filter(({ repeats }) => repeats === null)
  for (const { receipt, fingerprint } of fresh) known.add({ ...receipt, fingerprint })
  const money = (amount: Parameters<typeof amountText>[0]) => amountText(amount, terms.minorDigits)
  return {
    file,
    reading: readingJson(read),
    lines: fresh.map(({ receipt: { row, date, amount, fee, name, text, reference } }) => ({
      row,
      date,
      amount: money(amount),
      fee: money(fee),
      text: [name, text].filter((part) => part !== '').join(' · '),
      reference,
    })),
    leftOut: [
      ...read.leftOut.map((left) => ({ row: left.row, reason: reasonWords(left) })),
      ...repeatsOf(lines),
    ].toSorted((left, right) => left.row - right.row),
    refused: read.problems,
    asks: read.asks.map(({ about, question, choices }) => ({
      about,
      question,
      choices: choices.map(({ answer, received, paidOut }) => ({
        answer,
        received: money(received),
        paidOut: money(paidOut),
      })),
    })),
  }
}

function repeatsOf(lines: readonly Recognised[]) {
  return lines.flatMap(({ receipt: { row }, repeats }) =>
    repeats === null ? [] : [{ row, reason: say(`payment_files.left_${repeats}`) }],
  )
}

/** Why a line is no payment, in words. */
export function reasonWords({ reason, word }: LeftOut): string {
  return say(`payment_files.left_${reason}`, { word: word === '' ? 'none' : word })
}

function readingJson({ mapping, also, preset }: ReadFile): FileJson['reading'] {
  const { columns, encoding, delimiter, skipRows, dateOrder, decimalSign } = mapping
  const mapped = Object.entries(columns).flatMap(([field, name]) => (name === null ? [] : [[field, name] as const]))
  return {
    columns: { ...also, ...Object.fromEntries(mapped) },
    preset,
    encoding,
    delimiter,
    skipRows,
    dateOrder: dateOrder === 'auto' ? null : dateOrder,
    decimalSign: decimalSign === 'auto' ? null : decimalSign,
  }
}
