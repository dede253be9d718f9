import { setImmediate as breathe } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { benchSchool } from '../../../electron/terminal/bench/bench-school.ts'
import { Occupied } from '../../../electron/storage/problem.ts'
import { emptySchool } from '../../temporary-school.ts'
import { kestrelDesk } from '../desk.ts'

const MOST_MS = 100
const LIST = { search: '', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 50 }
const DEPOSIT = { customer: 'C-001', amount: 100, method: 'card', failed: false, date: null, note: '', basis: [] }

afterEach(() => vi.useRealTimers())

/** Rows enough that their import takes a while, for the school that is there. */
function manyCustomers() {
  const content = benchSchool(2_000, 0).get('customers.csv') ?? new Uint8Array()
  return { files: [{ name: 'customers.csv', content: Buffer.from(content).toString('base64') }] }
}

it('beside an import, readings and refusals are answered in milliseconds', async () => {
  const desk = await kestrelDesk()
  const [administrator, front] = [await desk.signInAs('administrator'), await desk.signInAs('front_desk')]
  const ended: string[] = []
  const importing = desk.send('school.import', manyCustomers(), administrator).finally(() => ended.push('import'))
  const times: number[] = []
  while (!ended.includes('import')) {
    const began = performance.now()
    const read = await desk.send('packages.list', LIST, front)
    const refused = await desk.send('users.list', {}, front)
    times.push((performance.now() - began) / 2)
    expect(read).toMatchObject({ ok: true })
    expect(refused).toMatchObject({ failure: { code: 'not_permitted' } })
    await breathe()
  }
  expect(times.length).toBeGreaterThan(10)
  expect(times.toSorted((one, other) => one - other)[times.length >> 1]).toBeLessThan(MOST_MS)
  expect(await importing).toMatchObject({ ok: true, value: { outcome: 'imported', imported: { customers: 2_000 } } })
}, 120_000)

it('a posting waits for something large without being lost, and is recorded as soon as that ends', async () => {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const ended: string[] = []
  let end = () => {}
  const long = desk.application.database
    .alone(() => new Promise<void>((resolve) => (end = resolve)))
    .then(() => ended.push('large'))
  const posting = desk.send('accounts.deposit', DEPOSIT, session).finally(() => ended.push('posting'))
  expect(await desk.send('packages.list', LIST, session)).toMatchObject({ ok: true })
  expect(ended).toEqual([])
  end()
  expect(await posting).toMatchObject({ ok: true })
  await long
  expect(ended).toEqual(['large', 'posting'])
})

it('a posting that would wait for long is answered that nothing was recorded, and is not recorded later', async () => {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const { database } = desk.application
  await desk.application.settled()
  let end = () => {}
  const long = database.alone(() => new Promise<void>((resolve) => (end = resolve)))
  const count = () => database.read((db) => db.selectFrom('entries').select('number').execute())
  const before = (await count()).length
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const sent = desk.send('accounts.deposit', DEPOSIT, session, 'a-deposit-that-waits')
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await sent).toMatchObject({
    failure: { code: 'busy', message: expect.stringContaining('large'), remedy: expect.stringContaining('Nothing') },
  })
  vi.useRealTimers()
  expect(await desk.ask('commands.outcome', { id: 'a-deposit-that-waits' }, session)).toMatchObject({
    state: 'not_recorded',
  })
  end()
  await long
  await database.write(async () => undefined)
  expect((await count()).length).toBe(before)
  // The same again, when there is room, is the same command.
  expect(await desk.send('accounts.deposit', DEPOSIT, session, 'a-deposit-that-waits')).toMatchObject({ ok: true })
  expect((await count()).length).toBe(before + 1)
})

it('what is given up after its patience is never done, and the turns go on behind it', async () => {
  const database = await emptySchool()
  let end = () => {}
  const long = database.alone(() => new Promise<void>((resolve) => (end = resolve)))
  const done: string[] = []
  const impatient = database.write(async () => done.push('impatient'), 1)
  const patient = database.write(async () => done.push('patient'))
  await expect(impatient).rejects.toBeInstanceOf(Occupied)
  end()
  await Promise.all([long, patient])
  expect(done).toEqual(['patient'])
})
