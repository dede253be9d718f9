import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localeOfCurrency } from '../../electron/reconcile/files/file-terms.ts'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'
import { writtenWords } from '../../electron/reconcile/files/written-words.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'payments')

async function read(name: string, currency: string) {
  const terms = {
    currency,
    minorDigits: currency === 'JPY' ? 0 : 2,
    locale: localeOfCurrency(currency),
    timeZone: 'UTC',
  }
  return readReceipts(readFileSync(join(folder, `encoding-${name}.csv`)), null, terms)
}

describe('the encoding of a file', () => {
  it.each([
    ['sjis', 'JPY', 'Shift-JIS', '振込 ﾔﾏﾀﾞ ﾊﾅｺ', 125_000],
    ['sjis2', 'JPY', 'Shift-JIS', 'ﾌﾘｺﾐ ﾔﾏﾀﾞ', 125_000],
    ['gb', 'CNY', 'GB18030', '转账', 150_000],
    ['l15', 'EUR', 'ISO-8859-15', 'Élève Müller œuvre', 125_000],
    ['w1252', 'EUR', 'Windows-1252', 'Élève Müller œuvre', 125_000],
  ] as const)('%s is found out from its bytes, and said', async (name, currency, words, text, amount) => {
    const file = await read(name, currency)
    expect({ problems: file.problems, asks: file.asks }).toEqual({ problems: [], asks: [] })
    expect(writtenWords(file)).toContain(words)
    expect(file.receipts[0]).toMatchObject({ text, amount })
  })

  it.each(['euc', 'mac'])('that is not known is refused, and never read as another: %s', async (name) => {
    expect((await read(name, 'JPY')).problems).toEqual([{ row: null, message: expect.stringMatching(/not known/) }])
  })
})
