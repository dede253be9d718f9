import { describe, expect, it } from 'vitest'
import { explainPackage } from '../../electron/reports/packages/explain.ts'
import { packageBalance } from '../../electron/reports/packages/package-balance.ts'
import type { Explanation, PackageBalance } from '../../shared/contract/packages.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

function figureOf(balance: PackageBalance, { figure }: Explanation): number | null {
  if (figure.of === 'package') return balance[figure.figure]
  const line = balance.lines.find((candidate) => candidate.line === figure.line)
  return line?.[figure.figure] ?? null
}

async function explained(files: Record<string, string>, dates: readonly (BusinessDate | null)[]) {
  const database = await emptySchool()
  expect(await importFiles(database, files)).toMatchObject({ outcome: 'imported' })
  return database.read(async (db) => {
    const refs = await db.selectFrom('customer_packages').select('ref').execute()
    const all: { ref: string; asOf: BusinessDate | null; balance: PackageBalance; explanations: Explanation[] }[] = []
    for (const { ref } of refs) {
      for (const asOf of dates) {
        const balance = await packageBalance(db, ref, asOf)
        const explanations = await explainPackage(db, ref, asOf)
        if (!balance.ok || !explanations.ok) throw new Error(`${ref} cannot be explained`)
        all.push({ ref, asOf, balance: balance.value, explanations: explanations.value })
      }
    }
    return all
  })
}

describe('each number says in words how it comes about', () => {
  it.each(['wide-usd', 'wide-jpy', 'wide-kwd', 'harrier'])(
    'and what it says adds up to the number (%s)',
    async (name) => {
      const dates = [null, ...['2025-03-01', '2025-08-01', '2026-03-10'].map(businessDate)]
      const all = await explained(schoolFiles(name), dates)
      expect(all.length).toBeGreaterThan(5)
      for (const { ref, asOf, balance, explanations } of all) {
        for (const explanation of explanations) {
          const where = `${ref} ${asOf} ${JSON.stringify(explanation)}`
          expect(explanation.value, where).toBe(figureOf(balance, explanation))
          expect(
            explanation.terms.reduce((sum, { value }) => sum + value, 0),
            where,
          ).toBe(explanation.value)
          expect(explanation.sentence, where).not.toContain('otherwise')
          expect(explanation.sentence, where).not.toContain('#')
        }
      }
    },
  )

  it('what is still to be paid for what remains is that less package funds, and says why it is not what is owed', async () => {
    const all = await explained(schoolFiles('harrier'), [null])
    const differing = all.filter(({ balance }) => balance.toPay !== balance.owed)
    expect(differing.length).toBeGreaterThan(0)
    for (const { balance } of all) {
      const remaining = balance.lines.reduce((sum, line) => sum + line.dollarsRemaining, 0)
      expect(balance.toPay).toBe(remaining - balance.funds)
    }
    expect(
      differing.map(({ explanations }) =>
        explanations.find(({ figure }) => figure.figure === 'toPay')?.sentence.replace(/\s/g, ' '),
      ),
    ).toEqual([
      "EUR 2'755.29 still to be paid for what remains = EUR 3'024.46 owed − EUR 269.17 used before and paid in another way.",
    ])
  })

  it('a flight paid by card is no debt on the package', async () => {
    const files = kestrelFiles()
    const rows = [
      '2026-01-30,admin,add_to_package,CP-9,C-004,BLOCK10,,,,,,,',
      '2026-01-30,admin,invoice,I-9,C-004,CP-9,C172S,2,,,,,',
      '2026-01-30,admin,invoice_payment,I-9,,,,,,card,,,',
    ]
    const activity = `${(files['activity.csv'] ?? '').trimEnd()}\n${rows.join('\n')}\n`
    const all = await explained({ ...files, 'activity.csv': activity }, [null])
    const pack = all.find(({ ref }) => ref === 'CP-9')
    expect(pack?.balance).toMatchObject({ owed: 187174, toPay: 149739 })
    expect(pack?.explanations.find(({ figure }) => figure.figure === 'toPay')?.sentence).toBe(
      '$1,497.39 still to be paid for what remains = $1,871.74 owed − $374.35 used on 1 invoice and not paid from package funds.',
    )
  })

  it('as a person would say it', async () => {
    const all = await explained(kestrelFiles(), [null])
    const sentences = all.flatMap(({ explanations }) => explanations.map(({ sentence }) => sentence))
    expect(sentences).toEqual(
      expect.arrayContaining([
        '$12,350.44 owed = $17,350.44 price − $5,000.00 paid.',
        '48.70 h left = 50.00 h included − 1.30 h on 1 paid invoice.',
        '2.00 h pending = 2.00 h on 1 unpaid invoice.',
        '0.00 h pending: nothing so far.',
        '0.00 h left = 10.00 h included − 11.30 h on 3 paid invoices + 1.30 h given back by 1 void.',
        '34.00 h left = 30.00 h included + 5.00 h transferred from DUAL − 1.00 h transferred to C172S.',
        '34.00 h included = 30.00 h as sold + 5.00 h transferred from DUAL − 1.00 h transferred to C172S.',
        '$734.81 of package funds = $1,000.00 paid − $1,116.13 drawn by 1 invoice + $850.94 given back by 1 refund.',
        '0 pieces used = 1 piece on 1 paid invoice − 1 piece given back by 1 refund.',
        '$1,500.00 paid = $3,000.00 in 1 package payment − $500.00 given back in 1 package refund − $1,000.00 transferred out.',
      ]),
    )
  })
})
