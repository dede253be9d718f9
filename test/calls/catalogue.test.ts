import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }

describe('catalogue, packages and customers', () => {
  it('a new package is priced as one types, sold, locked, deactivated', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const lines = [
      { code: 'C172S', quantity: 1_000, rate: '175.75' },
      { code: 'KIT', quantity: 100, rate: '249' },
    ]
    const price = await desk.ask('offers.price', { lines }, session)
    expect(price).toEqual({ total: 213_693, amounts: [187_174, 26_519] })
    const made = await desk.ask('offers.create', { code: 'TEN', name: 'Ten hours and a kit', lines }, session)
    expect(made).toMatchObject({ price: price.total, locked: false, active: true })
    await desk.ask('packages.add', { ...HEADER, customer: 'C-006', package: 'TEN' }, session)
    expect(await desk.ask('offers.setActive', { code: 'TEN', active: false }, session)).toMatchObject({
      locked: true,
      active: false,
    })
    const { offers } = await desk.ask('offers.list', { active: true }, session)
    expect(offers.map(({ code }) => code)).not.toContain('TEN')
    const twice = await desk.send('offers.create', { code: 'TEN', name: 'Again', lines }, session)
    expect(twice).toMatchObject({ ok: false, failure: { code: 'already_exists', field: 'code' } })
    const wrong = await desk.send('offers.price', { lines: [lines[0], lines[0]] }, session)
    expect(wrong).toMatchObject({ ok: false, failure: { field: 'lines.1.code' } })
  })

  it('a customer gets the next number, and a new name is found and sorted at once', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const made = await desk.ask('customers.create', { number: '', name: 'Zoë Quist', email: '', phone: '' }, session)
    expect(made.number).toBe('C-007')
    await desk.ask(
      'customers.edit',
      { number: 'C-001', name: 'Amelia Zimmer', email: '', phone: '', active: true },
      session,
    )
    const page = await desk.ask(
      'packages.list',
      { search: 'zimmer', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 10 },
      session,
    )
    expect(page.rows.map(({ ref }) => ref)).toEqual(['CP-1001'])
    const all = await desk.ask(
      'packages.list',
      { search: '', status: null, sort: 'customer', direction: 'descending', after: null, limit: 10 },
      session,
    )
    expect(all.rows.find(({ ref }) => ref === 'CP-1001')?.customerName).toBe('Amelia Zimmer')
    const { rows } = await desk.ask('customers.list', { search: 'zoe', active: true, after: null, limit: 10 }, session)
    expect(rows.map(({ number }) => number)).toEqual(['C-007'])
  })
})
