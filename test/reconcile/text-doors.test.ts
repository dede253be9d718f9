import { describe, expect, it } from 'vitest'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'
import { textFault } from '../../shared/storable-text.ts'

const TERMS = { currency: 'USD', minorDigits: 2, locale: 'en-US', timeZone: 'UTC' }
const COLUMNS: readonly string[] = ['Date', 'Amount', 'Reference', 'Name', 'Description', 'Transaction ID', 'Payout']
const LINE: readonly (string | Buffer)[] = ['2026-01-31', '125.00', 'R-1', 'Amelia', 'Deposit', 'T-1', 'P-1']

/** What no text of a payment may be, as the bytes of a file. */
const BAD: Readonly<Record<string, Buffer>> = {
  'a NUL': Buffer.from('a\u0000b'),
  'a control sign': Buffer.from('a\u001bb'),
  'a control sign of the second block': Buffer.from('a\u0085b'),
  'nothing to see': Buffer.from('\u200b\u2060'),
  'more than any text has': Buffer.from('x'.repeat(2_001)),
  'half a sign': Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]),
}

function fileOf(rows: readonly (readonly (string | Buffer)[])[]): Buffer {
  return Buffer.concat(
    rows.flatMap((row) => [
      ...row.flatMap((cell, at) => [Buffer.from(at === 0 ? '' : ','), Buffer.from(cell as Buffer)]),
      Buffer.from('\n'),
    ]),
  )
}

const kept = (text: string) => textFault(text) === undefined && text.length <= 2_000

describe.each(Object.entries(BAD))('%s in a file of payments', (_, bad) => {
  it.each(COLUMNS)('in the column %s: its line is not taken, and said', async (column) => {
    const place = COLUMNS.indexOf(column)
    const good = LINE.with(5, 'T-2')
    const file = await readReceipts(fileOf([COLUMNS, LINE.with(place, bad), good]), null, TERMS)
    // Nothing of it is taken as something else than what it says: it is refused, or what is taken can be kept.
    for (const receipt of file.receipts)
      for (const text of [receipt.id, receipt.reference, receipt.name, receipt.text, receipt.payout])
        expect(kept(text ?? ''), JSON.stringify(text).slice(0, 80)).toBe(true)
    if (file.receipts.length < 2)
      expect(file.problems.length + file.leftOut.length + file.asks.length).toBeGreaterThan(0)
  })

  it.each(COLUMNS)('in the name of the column %s: the names that are kept can be', async (column) => {
    const header = (COLUMNS as readonly (string | Buffer)[]).with(COLUMNS.indexOf(column), bad)
    const file = await readReceipts(fileOf([header, LINE, LINE.with(5, 'T-2')]), null, TERMS)
    for (const name of file.columns) expect(kept(name), JSON.stringify(name).slice(0, 80)).toBe(true)
  })
})
