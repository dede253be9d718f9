import { describe, expect, it } from 'vitest'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'
import { currencyOf } from '../../shared/currency.ts'
import { madeUpFile } from './made-up-files.ts'

const FILES = 200
/** Most files leave nothing open: a reader that asks about everything is none. */
const READ_AT_LEAST = 0.8

async function readMadeUp(seed: number) {
  const file = madeUpFile(seed)
  const { minorDigits } = currencyOf(file.currency)!
  const terms = { currency: file.currency, minorDigits, locale: file.locale, timeZone: 'America/Denver' }
  return { file, terms, read: await readReceipts(file.bytes, null, terms) }
}

describe(`${FILES} files of banks that nobody has seen`, () => {
  it('are read exactly, or refused, or asked about: never wrong in silence', async () => {
    let exact = 0
    for (let seed = 1; seed <= FILES; seed++) {
      const { file, terms, read } = await readMadeUp(seed)
      if (read.problems.length > 0 || read.asks.length > 0) continue
      exact++
      const lines = read.receipts.map(({ date, amount }) => ({ date, amount }))
      expect(lines, `seed ${seed}: ${file.kind}\n${file.text}`).toEqual(
        file.lines.map(({ date, amount }) => ({ date, amount })),
      )
      // What is shown is what is taken: under the mapping that was found, the file says the same.
      const again = await readReceipts(file.bytes, read.mapping, terms)
      expect(again.receipts, `seed ${seed} again: ${file.kind}\n${file.text}`).toEqual(read.receipts)
    }
    expect(exact / FILES).toBeGreaterThan(READ_AT_LEAST)
  })
})
