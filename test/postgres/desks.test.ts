import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../temporary-school.ts'
import { makeExample, postingDesk, postUntil, wrongAfter, type PostingDesk } from './desks.ts'
import { hasServer, newDatabase, runServer, startAgain, stopServer } from './server.ts'
import { ownServer } from './own-server.ts'
import { deskAt } from './temporary-server.ts'
import { weakNetwork } from './weak-network.ts'

async function deskOf(address: string): Promise<PostingDesk> {
  const desk = await postingDesk(temporaryFolder(), address)
  onTestFinished(() => desk.application.close())
  return desk
}

describe.skipIf(!hasServer)('several desks', { timeout: 180_000 }, () => {
  it('post at once: none is lost, none is there twice, and the chain is whole', async () => {
    const { database, address } = await deskAt()
    await makeExample(database)
    const desks = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => deskOf(address)))
    const each = await Promise.all(desks.map((desk, place) => postUntil(desk, `desk${place}`, (count) => count >= 6)))
    expect(each.flatMap(({ open }) => open)).toEqual([])
    expect(each.flatMap(({ done }) => done)).toHaveLength(48)
    expect(await wrongAfter(database, each)).toEqual([])
  })

  it('see each other’s postings, ask within a second, and hold a form on numbers that another changed', async () => {
    const { database, address } = await deskAt()
    await makeExample(database)
    const [front, back] = await Promise.all([deskOf(address), deskOf(address)])
    const lastEntry = async () =>
      (await back.ask('customers.overview', { number: 'C-001' })).packages[0]?.lastEntry ?? 0
    const before = await back.ask('changes.since', { entry: null })
    const basis = [{ ref: 'CP-1001', entry: await lastEntry() }]
    const pay = { date: null, note: '', package: 'CP-1001', amount: 100, method: 'cash', failed: false, basis }
    expect(await front.send('packages.pay', pay, 'front-pays-first')).toMatchObject({ ok: true })
    const since = await back.ask('changes.since', { entry: before.entry })
    expect(since.entry).toBe(before.entry + 1)
    expect(since.packages?.map(({ ref }) => ref)).toEqual(['CP-1001'])
    const stale = await back.send('packages.pay', pay, 'back-pays-on-old-numbers')
    expect(stale).toMatchObject({ ok: false, failure: { code: 'stale' } })
    const anew = { ...pay, basis: [{ ref: 'CP-1001', entry: await lastEntry() }] }
    expect(await back.send('packages.pay', anew, 'back-pays-on-new-numbers')).toMatchObject({ ok: true })
  })

  it('do a command once that both send under one id', async () => {
    const { database, address } = await deskAt()
    await makeExample(database)
    const desks = await Promise.all([deskOf(address), deskOf(address)])
    const input = {
      date: null,
      note: 'x-deposit-1',
      basis: [],
      customer: 'C-001',
      amount: 100,
      method: 'cash',
      failed: false,
    }
    const replies = await Promise.all(desks.map((desk) => desk.send('accounts.deposit', input, 'the-same-command')))
    expect(replies[0]).toMatchObject({ ok: true })
    expect(replies[1]).toEqual(replies[0])
    expect(await wrongAfter(database, [{ done: ['x-deposit-1'], open: [], times: [] }])).toEqual([])
  })
})

describe.skipIf(!hasServer)('a network that is cut', { timeout: 180_000 }, () => {
  it('in the very commit leaves each posting there once', async () => {
    const server = await runServer()
    const near = newDatabase(server)
    const { database } = await deskAt(near)
    await makeExample(database)
    const network = await weakNetwork(server.port)
    onTestFinished(() => network.close())
    const desk = await deskOf(near.replace(String(server.port), String(network.port)))
    const each = await postUntil(desk, 'cut', (count) => {
      if (count % 2 === 0) network.cutAfter('commit')
      return count >= 12
    })
    expect(each.open).toEqual([])
    expect(await wrongAfter(database, [each])).toEqual([])
  })

  it('in the very commit, and whoever holds the writers’ row for long then, is waited for until it is known', async () => {
    const server = await runServer()
    const near = newDatabase(server)
    const { database } = await deskAt(near)
    const network = await weakNetwork(server.port)
    onTestFinished(() => network.close())
    const far = await deskAt(near.replace(String(server.port), String(network.port)))
    const holder = new Client({ connectionString: near })
    await holder.connect()
    onTestFinished(() => holder.end())
    let holds: Promise<unknown> | undefined
    let attempts = 0
    await far.database.write(async (db) => {
      attempts++
      await db.insertInto('audit_list').values({ at: 1, username: '', event: 'kept', detail: '' }).execute()
      // It waits behind this work, and has the row as soon as that is kept, for longer than a desk waits.
      holds = holder.query('begin; select id from blocktime.writer where id = 1 for update; select pg_sleep(6); commit')
      await wait(300)
      network.cutAfter('commit')
    })
    await holds
    expect(attempts).toBe(1)
    expect(await database.read((db) => db.selectFrom('audit_list').select('event').execute())).toEqual([
      { event: 'kept' },
    ])
  })

  it('at any moment leaves each posting there once', async () => {
    const server = await runServer()
    const near = newDatabase(server)
    const { database } = await deskAt(near)
    await makeExample(database)
    const network = await weakNetwork(server.port)
    onTestFinished(() => network.close())
    const desk = await deskOf(near.replace(String(server.port), String(network.port)))
    const ended = new AbortController()
    const posting = postUntil(desk, 'cut', (count) => count >= 40).finally(() => ended.abort())
    for (let cuts = 0; !ended.signal.aborted; cuts++) {
      await wait(7 + ((cuts * 37) % 90))
      network.cut()
    }
    const each = await posting
    expect(each.open).toEqual([])
    expect(await wrongAfter(database, [each])).toEqual([])
  })

  it('and says nothing is noticed all the same, and what was under way is done once it is mended', async () => {
    const server = await runServer()
    const near = newDatabase(server)
    const { database } = await deskAt(near)
    await makeExample(database)
    const network = await weakNetwork(server.port)
    onTestFinished(() => network.close())
    const desk = await deskOf(near.replace(String(server.port), String(network.port)))
    network.swallow()
    const posting = postUntil(desk, 'swallowed', (count) => count >= 1)
    await wait(14_000)
    network.mend()
    const each = await posting
    expect(each.open).toEqual([])
    expect(await wrongAfter(database, [each])).toEqual([])
  })
})

describe.skipIf(!hasServer)('a server that ends without a word', { timeout: 180_000 }, () => {
  const server = ownServer()

  it('has everything that was acknowledged once it is there again, and the desks go on by themselves', async () => {
    const { database, address } = await deskAt(newDatabase(server))
    await makeExample(database)
    const desks = await Promise.all([deskOf(address), deskOf(address)])
    let isDone = false
    const posting = Promise.all(desks.map((desk, place) => postUntil(desk, `stop${place}`, () => isDone)))
    for (let stops = 0; stops < 3; stops++) {
      await wait(400 + stops * 150)
      stopServer(server, 'immediate')
      await wait(100)
      startAgain(server)
    }
    await wait(1_000)
    isDone = true
    const each = await posting
    expect(each.flatMap(({ open }) => open)).toEqual([])
    expect(each.flatMap(({ done }) => done).length).toBeGreaterThan(5)
    expect(await wrongAfter(database, each)).toEqual([])
  })
})
