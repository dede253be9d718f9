import { describe, expect, it } from 'vitest'
import { kestrelDesk, type Desk } from '../desk.ts'

/** The open lines of a file that a processor of cards exported. */
async function linesOf(desk: Desk, session: string, rows: readonly string[]) {
  const text = `Date,Amount,Reference,Name\n${rows.join('\n')}\n`
  const file = { name: 'processor.csv', content: Buffer.from(text).toString('base64') }
  const asked = { file, source: null, mapping: null, alsoRows: [] }
  const { mapping, shown } = await desk.ask('reconcile.preview', asked, session)
  const take = { file, source: 'Processor', tenders: ['card' as const], mapping, alsoRows: [], shown }
  const { source } = await desk.ask('reconcile.take', take, session)
  return (await desk.ask('reconcile.work', { source, from: '2026-01-01', to: '2026-03-31' }, session)).notRecorded
}

describe('a line that went out', () => {
  it('proposes the reversal of the payment that it takes back, as the rules let it be done', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    // PAY-1 of kestrel: 5000.00 by card on CP-1001, of 2026-01-05.
    const lines = await linesOf(desk, session, [
      '2026-01-30,-5000.00,ch_1,Nobody known',
      '2026-01-02,-5000.00,ch_2,Before it was paid',
      '2026-01-30,-4999.99,ch_3,Another amount',
    ])
    const reversible = async (reference: string) => {
      const line = lines.find((each) => each.reference === reference)?.id ?? 0
      return (await desk.ask('reconcile.reversible', { line }, session)).payments
    }
    const found = await reversible('ch_1')
    const standing = { of: 'package', package: 'CP-1001', payment: 'PAY-1' }
    expect(found.map((payment) => payment.standing)).toContainEqual(standing)
    expect(found.every(({ amount, tender }) => amount === 500_000 && tender === 'card')).toBe(true)
    expect(await reversible('ch_2')).toEqual([])
    expect(await reversible('ch_3')).toEqual([])
    // Once it is reversed, it is not proposed again.
    const reversal = { date: null, note: 'Chargeback', basis: [], package: 'CP-1001', to: 'PAY-1' }
    await desk.ask('payments.reverse', reversal, session)
    expect((await reversible('ch_1')).map((payment) => payment.standing)).not.toContainEqual(standing)
  })

  it('puts the payment of the same reference before one of the same name, and that before others', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const pay = async (customer: string, note: string) => {
      const paid = {
        date: '2026-01-28',
        note,
        basis: [],
        customer,
        amount: 7_777,
        method: 'card' as const,
        failed: false,
      }
      return (await desk.ask('accounts.deposit', paid, session)).ref
    }
    const other = await pay('C-003', '')
    const named = await pay('C-001', '')
    const noted = await pay('C-002', 'Reference ch_77')
    const [line] = await linesOf(desk, session, ['2026-01-30,-77.77,ch_77,Amelia'])
    const { payments } = await desk.ask('reconcile.reversible', { line: line?.id ?? 0 }, session)
    expect(payments.map(({ recordedAs }) => recordedAs)).toEqual([noted, named, other])
  })
})
