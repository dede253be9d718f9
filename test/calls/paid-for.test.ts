import { describe, expect, it } from 'vitest'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk } from './desk.ts'

/** C-005 pays a package of C-004 twice, one of which is taken back, and an invoice of C-003, half of which comes back. */
const ROWS = [
  '2026-01-30,admin,add_to_package,CP-9,C-004,BLOCK10,,,,,,,',
  '2026-01-30,admin,package_payment,P-91,C-005,CP-9,,,500.00,card,,,',
  '2026-01-30,admin,package_payment,P-92,C-005,CP-9,,,70.00,check,,,',
  '2026-01-31,admin,payment_reversal,R-9,,CP-9,,,,,,P-92,check returned',
  '2026-01-30,admin,package_payment,P-93,C-005,CP-9,,,30.00,card,failed,,',
  '2026-01-30,admin,invoice,I-9,C-003,,DUAL,2,,,,,',
  '2026-01-30,admin,invoice_payment,I-9,C-005,,,,,card,,,',
  '2026-01-31,admin,invoice_refund,I-9,,,DUAL,1,,,,,',
]

describe('what a customer paid for others', () => {
  it('says for whom, as far as it still stands; also under the number of the record that it was merged into', async () => {
    const files = kestrelFiles()
    const activity = `${(files['activity.csv'] ?? '').trimEnd()}\n${ROWS.join('\n')}\n`
    const desk = await kestrelDesk(undefined, { ...files, 'activity.csv': activity })
    const session = await desk.signInAs('administrator')
    const paid = await desk.ask('customers.paidFor', { number: 'C-005' }, session)
    expect(paid.rows).toMatchObject([
      { of: 'invoice', ref: 'I-9', customerNumber: 'C-003', method: 'card', amount: 9_000 },
      { of: 'package', ref: 'CP-9', customerNumber: 'C-004', method: 'card', amount: 50_000 },
    ])
    expect(paid.sums.map(({ customerNumber, amount }) => [customerNumber, amount])).toEqual([
      ['C-003', 9_000],
      ['C-004', 50_000],
    ])
    expect((await desk.ask('customers.paidFor', { number: 'C-004' }, session)).rows).toEqual([])
    expect(await desk.ask('packages.payers', { ref: 'CP-9' }, session)).toMatchObject({
      payers: [{ number: 'C-005', amount: 50_000 }],
    })
    const header = { date: null, note: 'the same person', basis: [] }
    await desk.ask('customers.merge', { ...header, customer: 'C-005', to: 'C-006' }, session)
    expect((await desk.ask('customers.paidFor', { number: 'C-006' }, session)).rows).toHaveLength(2)
  })
})
