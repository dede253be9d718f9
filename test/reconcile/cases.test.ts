import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localeOfCurrency, type FileTerms } from '../../electron/reconcile/files/file-terms.ts'
import { fileJson, type FileJson } from '../../electron/reconcile/files/files-json.ts'
import { KnownLines } from '../../electron/reconcile/files/known-lines.ts'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'
import { currencyOf } from '../../shared/currency.ts'

interface Case {
  readonly files: readonly string[]
  readonly currency: string
  readonly timeZone: string
  readonly note: string
  readonly lines?: readonly Record<string, string>[]
  readonly leftOut?: number
  readonly afterTheSecondFile?: readonly Record<string, string>[]
  readonly refusedRows?: readonly number[]
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'payments')
const cases = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Case[]

async function readAll({ files, currency, timeZone }: Case): Promise<FileJson[]> {
  const { minorDigits } = currencyOf(currency)!
  const terms: FileTerms = { currency, minorDigits, timeZone, locale: localeOfCurrency(currency) }
  const known = new KnownLines()
  const read: FileJson[] = []
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    read.push(fileJson(file, await readReceipts(bytes, null, terms), known, terms))
  }
  return read
}

/** Of the lines only what is expected of each; the text need only hold the words. */
function asExpected(lines: FileJson['lines'], expected: readonly Record<string, string>[]) {
  return lines.map((line, place) =>
    Object.fromEntries(
      Object.keys(expected[place] ?? { date: '', amount: '' }).map((key) => {
        const value = line[key as keyof typeof line]
        const wanted = expected[place]?.[key]
        return [key, key === 'text' && wanted !== undefined && String(value).includes(wanted) ? wanted : value]
      }),
    ),
  )
}

describe('the files of payments of the cases', () => {
  it.each(cases.map((one) => [one.files.join(', '), one.note, one] as const))('%s: %s', async (_files, _note, one) => {
    const [first, second] = await readAll(one)
    if (one.refusedRows) {
      expect(first?.refused.map(({ row }) => row)).toEqual(one.refusedRows)
      return
    }
    expect({ refused: first?.refused, asks: first?.asks }).toEqual({ refused: [], asks: [] })
    expect(asExpected(first!.lines, one.lines!)).toEqual(one.lines)
    if (one.leftOut !== undefined) expect(first?.leftOut.map(({ reason }) => reason)).toHaveLength(one.leftOut)
    if (one.afterTheSecondFile)
      expect(asExpected([...first!.lines, ...second!.lines], one.afterTheSecondFile)).toEqual(one.afterTheSecondFile)
  })
})
