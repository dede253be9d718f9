import { describe, expect, it } from 'vitest'
import type { BusinessDate } from '../../shared/dates.ts'
import type { EntryDraft } from '../../electron/ledger/entry.ts'
import { LedgerBatch } from '../../electron/ledger/ledger-batch.ts'
import { emptySchool, RECORDED } from '../temporary-school.ts'

const cash = { kind: 'cash', owner: 0, line: 0, commodity: '' }
const hours = { kind: 'hours', owner: 1, line: 1, commodity: 'C172' }
const flown = { kind: 'flown', owner: 1, line: 1, commodity: 'C172' }
const sales = { kind: 'sales', owner: 1, line: 0, commodity: '' }

function draft(postings: EntryDraft['postings']): EntryDraft {
  return {
    date: '2026-01-05' as BusinessDate,
    userId: 1,
    action: 'test',
    ref: 'T-1',
    note: '',
    document: '{}',
    postings,
    history: [],
  }
}

describe('the ledger', () => {
  it('takes an entry whose postings sum to zero in each commodity, and keeps the balances beside it', async () => {
    const database = await emptySchool()
    await database.write(async (db) => {
      const ledger = await LedgerBatch.begin(db, RECORDED)
      for (const [kind, owner] of [
        ['cash', 0],
        ['hours', 1],
        ['flown', 1],
        ['sales', 1],
      ] as const)
        await ledger.load([kind], owner)
      ledger.append(
        draft([
          { account: cash, quantity: 0, amount: 500 },
          { account: sales, quantity: 0, amount: -500 },
          { account: hours, quantity: -130, amount: 0 },
          { account: flown, quantity: 130, amount: 0 },
        ]),
      )
      ledger.append(
        draft([
          { account: cash, quantity: 0, amount: -200 },
          { account: sales, quantity: 0, amount: 200 },
        ]),
      )
      await ledger.flush(db)
    })
    const balances = await database.read((db) =>
      db
        .selectFrom('account_balances as b')
        .innerJoin('accounts as a', 'a.id', 'b.account_id')
        .select(['kind', 'quantity', 'amount'])
        .orderBy('kind')
        .execute(),
    )
    expect(balances).toEqual([
      { kind: 'cash', quantity: 0, amount: 300 },
      { kind: 'flown', quantity: 130, amount: 0 },
      { kind: 'hours', quantity: -130, amount: 0 },
      { kind: 'sales', quantity: 0, amount: -300 },
    ])
  })

  it.each([
    ['money over', [{ account: cash, quantity: 0, amount: 1 }]],
    ['hours over', [{ account: hours, quantity: 1, amount: 0 }]],
    [
      'a quantity on an account of money',
      [
        { account: cash, quantity: 1, amount: 0 },
        { account: sales, quantity: -1, amount: 0 },
      ],
    ],
    [
      'a fraction of a cent',
      [
        { account: cash, quantity: 0, amount: 0.5 },
        { account: sales, quantity: 0, amount: -0.5 },
      ],
    ],
  ])('never takes an entry with %s', async (_, postings) => {
    const database = await emptySchool()
    await database.write(async (db) => {
      const ledger = await LedgerBatch.begin(db, RECORDED)
      for (const [kind, owner] of [
        ['cash', 0],
        ['hours', 1],
        ['sales', 1],
      ] as const)
        await ledger.load([kind], owner)
      expect(() => ledger.append(draft(postings))).toThrow(/over|money only|whole units/)
    })
  })
})
