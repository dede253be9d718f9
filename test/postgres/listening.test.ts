import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { mayTell, ServerListener, telling } from '../../electron/storage/postgres/server-listener.ts'
import { configOf, DESK_ROLE, ServerConnection } from '../../electron/storage/postgres/server-connection.ts'
import { readAddress, type ServerAddress } from '../../electron/storage/server-address.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { makeExample, postingDesk, type PostingDesk } from './desks.ts'
import { asSql, hasServer, newDatabase, runServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

const SECOND = 1_000
const LISTENERS = `from pg_stat_activity where query like 'listen %' and datname = current_database()`
const DEPOSIT = { date: null, note: '', basis: [], customer: 'C-001', amount: 100, method: 'cash', failed: false }

async function deskOf(address: string): Promise<PostingDesk> {
  const desk = await postingDesk(temporaryFolder(), address)
  onTestFinished(() => desk.application.close())
  return desk
}

async function twoDesks() {
  const { database, address } = await deskAt()
  await makeExample(database)
  const [front, back] = await Promise.all([deskOf(address), deskOf(address)])
  return { front, back, address, name: new URL(address).pathname.slice(1) }
}

/** As a window does: what was heard, from the first time on that anything is. */
async function hearing(desk: PostingDesk): Promise<number> {
  return vi.waitFor(
    async () => {
      const { heard } = await desk.ask('changes.heard', {})
      if (heard === null) throw new Error('nothing is heard')
      return heard
    },
    { timeout: 20 * SECOND, interval: 50 },
  )
}

/** Milliseconds from a posting at one desk until the other one knows that there is something to ask. */
async function milliseconds(front: PostingDesk, back: PostingDesk, id: string): Promise<number> {
  const { entry } = await back.ask('changes.since', { entry: null })
  const before = await hearing(back)
  expect(await front.send('accounts.deposit', DEPOSIT, id)).toMatchObject({ ok: true })
  const began = performance.now()
  await vi.waitFor(async () => expect((await back.ask('changes.heard', {})).heard).not.toBe(before), {
    timeout: 20 * SECOND,
    interval: 10,
  })
  const took = performance.now() - began
  expect((await back.ask('changes.since', { entry })).entry).toBe(entry + 1)
  return took
}

describe.skipIf(!hasServer)('a desk that listens', () => {
  it('follows a posting of another within a second, and asks the server seldom', async () => {
    const { front, back } = await twoDesks()
    // The first asking has it listen; until it hears it asks as often as where nobody tells.
    expect((await back.ask('changes.since', { entry: null })).askAgain).toBeLessThan(SECOND)
    await hearing(back)
    expect(await back.ask('changes.since', { entry: null })).toMatchObject({ isTold: true, askAgain: 10 * SECOND })
    const took = []
    for (const id of ['told-first', 'told-second', 'told-third']) took.push(await milliseconds(front, back, id))
    expect(Math.min(...took)).toBeLessThan(SECOND)
  })

  it('whose listening connection is ended asks again often, still follows, and listens anew', async () => {
    const { front, back, name } = await twoDesks()
    await hearing(back)
    const server = await runServer()
    const pids = asSql(server, name, `select pid ${LISTENERS}`).trim().split('\n')
    expect(pids.length).toBeGreaterThan(0)
    asSql(server, name, `select pg_terminate_backend(pid) ${LISTENERS}`)
    await vi.waitFor(async () => expect(await back.ask('changes.heard', {})).toEqual({ heard: null }), { interval: 5 })
    const { entry, askAgain } = await back.ask('changes.since', { entry: null })
    expect(askAgain).toBeLessThan(SECOND)
    expect(await front.send('accounts.deposit', DEPOSIT, 'told-to-nobody')).toMatchObject({ ok: true })
    expect((await back.ask('changes.since', { entry })).entry).toBe(entry + 1)
    await hearing(back)
    for (const pid of asSql(server, name, `select pid ${LISTENERS}`).trim().split('\n')) expect(pids).not.toContain(pid)
    expect(await milliseconds(front, back, 'told-again')).toBeLessThan(20 * SECOND)
  })

  it('hears nothing of a work that is undone, and of one that is kept only with its commit', async () => {
    const { database } = await deskAt()
    const heard = () =>
      vi.waitFor(() => {
        const count = database.heard()
        if (count === null) throw new Error('nothing is heard')
        return count
      })
    const before = await heard()
    const row = { at: 1, username: '', event: 'told', detail: '' }
    let during: number | null = null
    await expect(
      database.write(async (db) => {
        await db.insertInto('audit_list').values(row).execute()
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await database.write(async (db) => {
      await db.insertInto('audit_list').values(row).execute()
      await wait(300)
      during = database.heard()
    })
    expect(during).toBe(before)
    await vi.waitFor(() => expect(database.heard()).toBe(before + 1))
  })
})

describe.skipIf(!hasServer)('a server that takes the wish to listen and never says anything, as a pool may', () => {
  it('is never taken at its word: the desk goes on asking', async () => {
    const address = readAddress(newDatabase(await runServer())) as ServerAddress
    let told = 0
    const listener = new ServerListener(
      () => configOf(address),
      async () => void told++,
    )
    onTestFinished(() => listener.close())
    expect(listener.heard()).toBeNull()
    await vi.waitFor(() => expect(told).toBe(2), { timeout: 20 * SECOND })
    expect(listener.heard()).toBeNull()
  })

  it('and one that does not know telling at all has none of it in its works', async () => {
    const address = newDatabase(await runServer())
    await deskAt(address)
    const connection = new ServerConnection(readAddress(address) as ServerAddress, DESK_ROLE)
    onTestFinished(() => connection.close())
    await connection.insist()
    expect(await mayTell(connection)).toBe(true)
    const run = connection.run.bind(connection)
    connection.run = async (text) => {
      if (text.includes('notify')) return run('a statement that is not known')
      return run(text)
    }
    expect(telling('tried')).toContain('notify')
    expect(await mayTell(connection)).toBe(false)
  })
})
