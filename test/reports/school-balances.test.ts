import { describe, expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { balancesInTurn, schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { balancesJsonText } from '../../electron/reports/packages/school-json-text.ts'
import { balancesJson } from '../../electron/reports/packages/school-json.ts'
import { textTable } from '../../electron/documents/text-table.ts'
import type { Database } from '../../electron/storage/database.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const TODAY = businessDate('2026-11-25')
const NOW = { asOf: null, customer: null, today: TODAY }

async function school(name: string): Promise<Database> {
  const database = await emptySchool()
  expect(await importFiles(database, schoolFiles(name), new Date('2026-11-25T12:00:00Z'))).toMatchObject({
    outcome: 'imported',
  })
  return database
}

const readAll = (database: Database, choice: Parameters<typeof schoolBalances>[1]) =>
  database.read((db) => schoolBalances(db, choice))

describe.each(['harrier', 'kestrel', 'wide-kwd'])('the balances of %s', (name) => {
  it.each([null, '2025-08-01', '2026-03-10'])(
    'are written in parts as they are written as a whole, as of %s',
    async (day) => {
      const database = await school(name)
      const choice = { ...NOW, asOf: day === null ? null : businessDate(day) }
      const balances = await readAll(database, choice)
      for (const digits of [0, 2, 3]) {
        const parts = balancesJsonText(await database.read((db) => balancesInTurn(db, choice)), day !== null, digits)
        expect([...parts].join('')).toBe(JSON.stringify(balancesJson(balances, day !== null, digits), null, 1))
      }
    },
  )

  it('are the same of all customers at once, of each alone, and added up from the ledger', async () => {
    const database = await school(name)
    const all = await readAll(database, NOW)
    const later = await readAll(database, { ...NOW, asOf: businessDate('9999-12-31') })
    expect(all.packages).toEqual(later.packages)
    expect(all.accounts).toEqual(later.accounts)
    const numbers = new Set([...all.packages, ...all.accounts, ...(all.invoices ?? [])].map(({ customer }) => customer))
    expect(numbers.size).toBeGreaterThan(0)
    for (const customer of numbers) {
      const own = <Item extends { customer: string }>(items: readonly Item[] | null) =>
        items?.filter((item) => item.customer === customer)
      expect(await readAll(database, { ...NOW, customer })).toEqual({
        packages: own(all.packages),
        accounts: own(all.accounts),
        invoices: own(all.invoices),
      })
    }
  })
})

describe('what is written of balances', () => {
  it('escapes what a ref may hold, and says an empty school as JSON does', async () => {
    const pack = {
      ref: 'A "B"\\\u2028é',
      status: 'active',
      customer: '\t1',
      package: 'Ⅱ',
      total: 5,
      paid: -5,
      owed: 10,
      funds: 0,
      expires: TODAY,
      members: ['x"', 'y'],
      lines: [],
    }
    for (const packages of [[], [pack, { ...pack, expires: null, members: [] }]]) {
      const balances = { packages, accounts: [], invoices: [] } as never
      expect([...balancesJsonText(balances, false, 2)].join('')).toBe(
        JSON.stringify(balancesJson(balances, false, 2), null, 1),
      )
    }
  })

  it('has room for more rows than a call takes', () => {
    const rows = Array.from({ length: 300_000 }, () => ['a', '10'])
    expect(textTable(['x', 'y'], rows, [1]).split('\n')).toHaveLength(300_002)
  })
})
