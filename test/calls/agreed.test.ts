import { describe, expect, it } from 'vitest'
import { actions } from '../../electron/billing/actions/index.ts'
import { expectVerified } from '../model/engine.ts'
import { kestrelDesk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }

describe('what is agreed with a customer', () => {
  it('is the price of the whole package, whose lines share it to the cent', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const { offers } = await desk.ask('offers.list', { active: true }, session)
    const offer = offers.find(({ lines }) => lines.length > 2)
    if (!offer) throw new Error('kestrel sells a package of several lines')
    const customer = await desk.ask('customers.create', { number: '', name: 'Ada', email: '', phone: '' }, session)
    const sale = { ...HEADER, customer: customer.number, package: offer.code, price: 1_000_001, end: '2026-08-31' }
    const preview = await desk.ask('packages.add.preview', sale, session)
    expect(preview.amounts).toHaveLength(offer.lines.length)
    expect(preview.amounts.reduce((sum, share) => sum + share, 0)).toBe(1_000_001)
    const { ref } = await desk.ask('packages.add', sale, session)
    const balance = await desk.ask('packages.balance', { ref, asOf: null }, session)
    expect(balance).toMatchObject({ price: 1_000_001, lastValid: '2026-08-31', status: 'active' })
    expect(balance.lines.map(({ dollarsIncluded }) => dollarsIncluded)).toEqual(preview.amounts)
    await expectVerified(desk.application.database)
  })

  it('takes a permission of its own', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const sale = { ...HEADER, customer: 'C-004', package: 'PPL-2026' }
    const line = { package: null, code: 'SIM', quantity: 100, note: '' }
    const asked = [
      ['packages.add', { ...sale, price: 100 }, 'price'],
      ['packages.add', { ...sale, end: '2026-08-31' }, 'end'],
      ['invoices.make', { ...HEADER, customer: 'C-004', lines: [line, { ...line, amount: 100 }] }, 'lines.1.amount'],
    ] as const
    const declared = Object.values(actions).flatMap((action) => ('agrees' in action ? [action.call] : []))
    expect(new Set(asked.map(([call]) => call))).toEqual(new Set(declared))
    for (const [call, input, field] of asked) {
      const refused = { ok: false, failure: { code: 'not_permitted', field } }
      expect(await desk.send(call, input, session)).toMatchObject(refused)
      expect(await desk.send(`${call}.preview`, input, session)).toMatchObject(refused)
    }
    expect(await desk.send('invoices.make', { ...HEADER, customer: 'C-004', lines: [line] }, session)).toMatchObject({
      ok: true,
    })
  })
})
