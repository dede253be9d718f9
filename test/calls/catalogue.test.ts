import { describe, expect, it } from 'vitest'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { kestrelDesk, type Desk } from './desk.ts'

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
    const made = await desk.ask(
      'offers.create',
      { code: 'TEN', name: 'Ten hours and a kit', validMonths: 6, lines },
      session,
    )
    expect(made).toMatchObject({ price: price.total, locked: false, active: true })
    await desk.ask('packages.add', { ...HEADER, customer: 'C-006', package: 'TEN' }, session)
    expect(await desk.ask('offers.setActive', { code: 'TEN', active: false }, session)).toMatchObject({
      locked: true,
      active: false,
    })
    const { offers } = await desk.ask('offers.list', { active: true }, session)
    expect(offers.map(({ code }) => code)).not.toContain('TEN')
    const twice = await desk.send('offers.create', { code: 'TEN', name: 'Again', validMonths: null, lines }, session)
    expect(twice).toMatchObject({ ok: false, failure: { code: 'already_exists', field: 'code' } })
    const wrong = await desk.send('offers.price', { lines: [lines[0], lines[0]] }, session)
    expect(wrong).toMatchObject({ ok: false, failure: { field: 'lines.1.code' } })
  })

  it('a package that nobody holds is edited: other lines come in their place, and its history says so', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const ten = { code: 'TEN', name: 'Ten hours', validMonths: null }
    const lines = [
      { code: 'C172S', quantity: 1_000, rate: '175.75' },
      { code: 'KIT', quantity: 100, rate: '249' },
    ]
    await desk.ask('offers.create', { ...ten, lines }, session)
    const edited = {
      code: 'TEN',
      name: 'Five hours',
      validMonths: 6,
      lines: [{ code: 'DUAL', quantity: 500, rate: '90' }],
    }
    expect(await desk.ask('offers.edit', edited, session)).toMatchObject({
      name: 'Five hours',
      validMonths: 6,
      price: 45_000,
      lines: [{ code: 'DUAL', quantity: 500 }],
    })
    const { changes } = await desk.ask('offers.records', { code: 'TEN' }, session)
    expect(changes[0]?.fields).toEqual(
      expect.arrayContaining([
        { label: 'Name', before: 'Ten hours', after: 'Five hours' },
        { label: 'Valid for', before: null, after: '6 months' },
        { label: 'Line C172S', before: '10.00 at 175.75', after: null },
        { label: 'Line DUAL', before: null, after: '5.00 at 90.00' },
      ]),
    )
    const sold = await desk.ask('packages.add', { ...HEADER, customer: 'C-006', package: 'TEN' }, session)
    expect((await desk.ask('packages.balance', { ref: sold.ref, asOf: null }, session)).lastValid).toBe('2026-08-01')
    expect(await desk.send('offers.edit', { ...edited, validMonths: 12 }, session)).toMatchObject({
      ok: false,
      failure: { code: 'wrong_state', message: expect.stringContaining('TEN') },
    })
    for (const months of [0, 1.5, 1_201])
      expect(await desk.send('offers.edit', { ...edited, validMonths: months }, session)).toMatchObject({ ok: false })
    await expectVerified(desk.application.database)
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

/** An hour of a code at its standard rate, on a day. */
async function invoiced(desk: Desk, session: string, code: string, date: string): Promise<number> {
  const lines = [{ package: null, code, quantity: 100, note: '' }]
  const made = await desk.ask('invoices.make', { ...HEADER, date, customer: 'C-006', lines }, session)
  return (await desk.ask('invoices.get', { ref: made.ref }, session)).total
}

describe('rates in time', () => {
  const RISE = { code: 'C172S', from: '2026-02-15', rate: '212', taxPercent: '7' }
  const DAYS_MS = 24 * 60 * 60 * 1_000

  it('a rate rises in the middle of the month: each day has its own, the past keeps what it had', async () => {
    const desk = await kestrelDesk()
    let session = await desk.signInAs('administrator')
    const { sentence } = await desk.ask('catalogue.rateSentence', RISE, session)
    expect(sentence).toContain('From Feb 15, 2026 one hour of C172S costs $226.84 with tax')
    expect(sentence).toContain('$211.94')
    const set = await desk.ask('catalogue.setRate', RISE, session)
    expect(set).toMatchObject({ rate: '199.00', rates: [{ from: '2026-02-15', rate: '212.00', taxPercent: '7' }] })
    desk.later(20 * DAYS_MS)
    session = await desk.signInAs('administrator')
    expect(await invoiced(desk, session, 'C172S', '2026-02-14')).toBe(21_194)
    expect(await invoiced(desk, session, 'C172S', '2026-02-15')).toBe(22_684)
    const { entries } = await desk.ask('catalogue.list', {}, session)
    expect(entries.find(({ code }) => code === 'C172S')).toMatchObject({ rate: '212.00', first: { rate: '199.00' } })
    // What was sold keeps its rate: another one begins later only, and this one stays.
    const refusal = { ok: false, failure: { code: 'wrong_date', field: 'from' } }
    expect(await desk.send('catalogue.setRate', { ...RISE, rate: '220' }, session)).toMatchObject(refusal)
    expect(await desk.send('catalogue.rateSentence', { ...RISE, rate: '220' }, session)).toMatchObject(refusal)
    expect(await desk.send('catalogue.removeRate', { code: 'C172S', from: '2026-02-15' }, session)).toMatchObject(
      refusal,
    )
    await expectVerified(desk.application.database)
    const copy = await emptySchool()
    await importFiles(copy, await filesOf(desk))
    expect(await engineBalances(copy)).toEqual(await engineBalances(desk.application.database))
  })

  it('is put right as long as nothing was sold at it, and the history says what was', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.ask('catalogue.setRate', RISE, session)
    expect((await desk.ask('catalogue.setRate', { ...RISE, rate: '215' }, session)).rates).toEqual([
      { from: '2026-02-15', rate: '215.00', taxPercent: '7' },
    ])
    await desk.ask('catalogue.setRate', { ...RISE, from: '2026-03-01', rate: '230' }, session)
    const left = await desk.ask('catalogue.removeRate', { code: 'C172S', from: '2026-02-15' }, session)
    expect(left.rates.map(({ from }) => from)).toEqual(['2026-03-01'])
    const { changes } = await desk.ask('catalogue.records', { code: 'C172S' }, session)
    expect(changes.map(({ fields }) => fields).slice(0, 3)).toEqual([
      [{ label: 'Rate from Feb 15, 2026', before: '215.00, tax 7 %', after: null }],
      [{ label: 'Rate from Mar 1, 2026', before: null, after: '230.00, tax 7 %' }],
      [{ label: 'Rate from Feb 15, 2026', before: '212.00, tax 7 %', after: '215.00, tax 7 %' }],
    ])
    expect(await desk.send('catalogue.removeRate', { code: 'C172S', from: '2026-02-15' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
    await expectVerified(desk.application.database)
  })

  it.each([
    ['rate', { rate: 'a lot' }],
    ['taxPercent', { taxPercent: '-1' }],
    ['code', { code: 'NOWHERE' }],
  ])('that cannot be are refused at %s', async (field, wrong) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const refusal = { ok: false, failure: { field } }
    expect(await desk.send('catalogue.setRate', { ...RISE, ...wrong }, session)).toMatchObject(refusal)
    expect(await desk.send('catalogue.rateSentence', { ...RISE, ...wrong }, session)).toMatchObject(refusal)
  })
})

describe('an hour type or item', () => {
  it('is renamed, gets its category, and is not sold any more: packages that hold it go on', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const edit = { code: 'C172S', name: 'Skyhawk', category: 'aircraft', active: false } as const
    expect(await desk.ask('catalogue.edit', edit, session)).toMatchObject(edit)
    const atRate = { package: null, code: 'C172S', quantity: 100, note: '' }
    const refused = await desk.send('invoices.make', { ...HEADER, customer: 'C-001', lines: [atRate] }, session)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'wrong_state', field: 'lines.0.code' } })
    const drawn = { ...atRate, package: 'CP-1001' }
    await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines: [drawn] }, session)
    expect(await desk.send('catalogue.edit', { ...edit, code: 'NOWHERE' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'not_found', field: 'code' },
    })
    const { changes } = await desk.ask('catalogue.records', { code: 'C172S' }, session)
    expect(changes[0]?.fields).toContainEqual({ label: 'Category', before: null, after: 'Aircraft' })
    expect((await filesOf(desk))['hour_types.csv']).toContain('C172S,Skyhawk,199.00,6.5,aircraft')
    await expectVerified(desk.application.database)
  })
})

async function filesOf(desk: Desk): Promise<Record<string, string>> {
  const files = await desk.application.database.read((db) => exportCsv(db))
  return Object.fromEntries(files)
}
