import { describe, expect, it } from 'vitest'
import { localeOfCurrency } from '../../electron/reconcile/files/file-terms.ts'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'
import { currencyOf } from '../../shared/currency.ts'
import { amountText } from '../../shared/money.ts'
import layouts from '../fixtures/payments/layouts.json' with { type: 'json' }

/** As banks and processors of many countries write; null where a person must be asked, or the file refused. */
describe('a layout of its own', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('%s', async (_name, layout) => {
    const { currency, timeZone, text, expected } = layout
    const { minorDigits } = currencyOf(currency)!
    const terms = { currency, minorDigits, timeZone, locale: localeOfCurrency(currency) }
    const { receipts, problems, asks } = await readReceipts(Buffer.from(text), null, terms)
    if (expected === null) {
      expect(problems.length + asks.length).toBeGreaterThan(0)
      return
    }
    expect({ problems, asks }).toEqual({ problems: [], asks: [] })
    expect(receipts.map(({ date, amount }) => `${date} ${amountText(amount, minorDigits)}`)).toEqual(expected)
  })

  it.each(layouts.map((layout) => [layout.name, layout] as const))(
    '%s: an answer to its question settles it',
    async (_name, { currency, timeZone, text }) => {
      const { minorDigits } = currencyOf(currency)!
      const terms = { currency, minorDigits, timeZone, locale: localeOfCurrency(currency) }
      const { asks } = await readReceipts(Buffer.from(text), null, terms)
      for (const { question, choices } of asks) {
        for (const { mapping, count } of choices) {
          const answered = await readReceipts(Buffer.from(text), mapping, terms)
          expect(answered.asks.map((ask) => ask.question)).not.toContain(question)
          if (answered.asks.length === 0) expect(answered.receipts).toHaveLength(count)
        }
      }
    },
  )
})
