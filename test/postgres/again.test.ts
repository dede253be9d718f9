import { describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { Outbox } from '../../electron/storage/outbox.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { ownServer } from './own-server.ts'
import { HEADER, openAt, openDesk, schoolOverNetwork } from './school-without.ts'
import { hasServer, type Server } from './server.ts'

const OWED = { ...HEADER, package: 'CP-1004', amount: 11_613, method: 'cash', failed: false } as const
const LEFT = { ...OWED, amount: 6_613 }
const LINES = [{ package: null, code: 'BRIEF', quantity: 100, note: '' }]

/** A desk at which were refused: a payment, 1; an invoice, 2; the payment of that invoice, 3. */
async function refusedAtDesk(server: Server) {
  const { database, folders, network, address } = await schoolOverNetwork(server)
  const [place = ''] = folders
  const [desk, other] = [await openDesk(place), await openAt(address)]
  network.down()
  await desk.ask('packages.pay', { ...OWED, note: 'the rest' })
  const { ref } = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines: LINES })
  await desk.ask('invoices.pay', { ...HEADER, ref, amount: null, method: 'cash', failed: false })
  await other.ask('packages.pay', { ...OWED, amount: 5_000, method: 'card' })
  await other.ask('catalogue.setRate', { code: 'BRIEF', from: '2026-02-01', rate: '99', taxPercent: '0' })
  network.up()
  await desk.isBack()
  const rows = async () => (await desk.ask('outbox.list', {})).rows.toSorted((one, next) => one.number - next.number)
  return { database, place, network, desk, rows }
}

const paymentsOf = (database: Database, amount: number) =>
  database.read((db) =>
    db
      .selectFrom('entries')
      .select(['ref', 'note'])
      .where('action', '=', 'package_payment')
      .where('document', 'like', `%"amount":${amount},%`)
      .execute(),
  )

describe.skipIf(!hasServer)('what the server refused', { timeout: 180_000 }, () => {
  const server = ownServer()

  it('is done again as a new command, once whatever is sent twice, and is settled by that', async () => {
    const { database, desk, rows } = await refusedAtDesk(server)
    expect(await rows()).toMatchObject([
      {
        state: 'refused',
        sent: { call: 'packages.pay', input: { amount: 11_613, note: 'the rest' } },
        repeatedAs: null,
      },
      { state: 'refused', sent: { call: 'invoices.make', input: { customer: 'C-001', lines: LINES } } },
      // It rests on an invoice that the school has not.
      { state: 'refused', sent: null },
    ])
    // Refused again it stays where it was.
    expect(await desk.again(1, 'packages.pay', OWED, 'as-it-was')).toMatchObject({ ok: false })
    expect(await rows()).toMatchObject([{ state: 'refused' }, { state: 'refused' }, { state: 'refused' }])

    const both = await Promise.all([
      desk.again(1, 'packages.pay', LEFT, 'one-window'),
      desk.again(1, 'packages.pay', LEFT, 'another-window'),
    ])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'wrong_state' } })
    const [paid] = await paymentsOf(database, 6_613)
    expect(await paymentsOf(database, 6_613)).toHaveLength(1)
    expect(await rows()).toMatchObject([
      { state: 'settled', repeatedAs: paid?.ref, settled: { by: 'Morgan Reyes', note: `Done again as ${paid?.ref}` } },
      { state: 'refused' },
      { state: 'refused' },
    ])
    // The same command sent again gives the first answer.
    expect(await desk.again(1, 'packages.pay', LEFT, 'one-window')).toEqual(
      both[0]?.ok ? both[0] : expect.objectContaining({ ok: false }),
    )
    expect(await paymentsOf(database, 6_613)).toHaveLength(1)
    expect(await desk.again(1, 'packages.pay', LEFT, 'a-third-time')).toMatchObject({
      failure: { message: 'Number 1 is settled already.' },
    })
    // The command of something else does not do this again.
    expect(await desk.send('packages.pay', { ...LEFT, amount: 0, failed: true }, 'of-itself-only')).toBeDefined()
    expect(await desk.again(2, 'customers.merge', {}, 'no-such-thing')).toMatchObject({ ok: false })
  })

  it('takes what rests on it along: that is done again by the name that it has now', async () => {
    const { database, desk, rows } = await refusedAtDesk(server)
    const made = await desk.again(2, 'invoices.make', { ...HEADER, customer: 'C-001', lines: LINES }, 'made-again')
    const { ref } = (made as unknown as { value: { ref: string } }).value
    const [, , payment] = await rows()
    expect(payment).toMatchObject({ state: 'refused', sent: { call: 'invoices.pay', input: { ref, method: 'cash' } } })
    expect(await desk.again(3, 'invoices.pay', payment?.sent?.input, 'paid-again')).toMatchObject({ ok: true })
    expect(await rows()).toMatchObject([{ state: 'refused' }, { repeatedAs: ref }, { state: 'settled' }])
    const audited = await database.read((db) =>
      db.selectFrom('audit_list').select('detail').where('event', '=', 'unsent action done again').execute(),
    )
    expect(audited.map(({ detail }) => detail)).toEqual([`2: ${ref}`, `3: ${ref}`])
    const { checks } = await verifySchool(database, null)
    expect(checks.flatMap((check) => check.findings)).toEqual([])
  })

  it('and was done again, though the answer got lost with the desk, is found so', async () => {
    const { database, place, network, desk } = await refusedAtDesk(server)
    await desk.application.close()
    const outbox = Outbox.open(place)
    outbox?.repeating(1, { id: 'lost-with-the-desk', by: 1 })
    outbox?.close()
    const later = await openDesk(place)
    expect((await later.ask('outbox.list', {})).rows.map(({ state }) => state)).toEqual(Array(3).fill('refused'))
    expect(await later.send('packages.pay', LEFT, 'lost-with-the-desk')).toMatchObject({ ok: true })
    // Neither again, nor set aside as left undone.
    expect(await later.again(1, 'packages.pay', { ...LEFT, amount: 1 }, 'after-all')).toMatchObject({ ok: false })
    expect(await later.send('outbox.settle', { number: 1, note: 'left undone' })).toMatchObject({ ok: false })
    expect((await later.ask('outbox.list', {})).rows.find(({ number }) => number === 1)).toMatchObject({
      state: 'settled',
      settled: { note: expect.stringMatching(/^Done again as PAY-/) },
    })
    expect(await paymentsOf(database, 1)).toEqual([])

    // On a copy nothing is done again: whether it came through before would not be known.
    network.down()
    await later.isWithout()
    expect(await later.again(2, 'invoices.make', {}, 'without-the-server')).toMatchObject({ ok: false })
    const sent = { ...HEADER, customer: 'C-001', lines: LINES }
    expect(await later.again(2, 'invoices.make', sent, 'without-the-server')).toMatchObject({
      failure: { message: expect.stringContaining('Doing it again needs the server') },
    })
  })
})
