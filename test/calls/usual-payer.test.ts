import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

const ADA = { name: 'Ada Osei', email: '', phone: '', address: '' }

describe('the usual payer of a customer', () => {
  it('is kept with its history, and proposed where money is taken', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const { rows } = await desk.ask('customers.list', { search: '', active: true, after: null, limit: 3 }, session)
    const [student, other] = rows
    if (!student || !other) throw new Error('kestrel has two customers')
    const parent = await desk.ask('customers.create', { number: '', ...ADA }, session)
    const saved = await desk.ask('customers.edit', { ...student, usualPayer: parent.number }, session)
    expect(saved.usualPayer).toEqual({ number: parent.number, name: 'Ada Osei' })
    const { customer, packages } = await desk.ask('customers.overview', { number: student.number }, session)
    expect(customer.usualPayer).toEqual(saved.usualPayer)
    const ref = packages[0]?.ref ?? ''
    expect((await desk.ask('packages.payers', { ref }, session)).usual).toEqual(saved.usualPayer)
    const { changes } = await desk.ask('customers.records', { number: student.number }, session)
    expect(changes[0]?.fields).toEqual([{ label: 'Usual payer', before: null, after: parent.number }])

    // Who is merged into another pays as that other; and whoever says nothing of it changes nothing.
    const merge = { customer: parent.number, to: other.number, date: null, note: 'one person', basis: [] }
    await desk.ask('customers.merge', merge, session)
    const { usualPayer: _, ...words } = student
    const again = await desk.ask('customers.edit', { ...words, phone: '555-0100' }, session)
    expect(again.usualPayer).toEqual({ number: other.number, name: other.name })
    const none = await desk.ask('customers.edit', { ...words, usualPayer: '' }, session)
    expect(none.usualPayer).toBeNull()
  })

  it('is refused where nobody has the number, or where it is the customer', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const made = await desk.ask('customers.create', { number: '', ...ADA }, session)
    for (const [usualPayer, message] of [
      ['C-nobody', /no customer C-nobody/],
      [made.number, /without being named/],
    ] as const) {
      const reply = await desk.send('customers.edit', { ...made, usualPayer }, session)
      expect(reply).toMatchObject({
        ok: false,
        failure: { field: 'usualPayer', message: expect.stringMatching(message) },
      })
    }
  })
})
