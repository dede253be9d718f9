import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { keepOrder, keptOrder } from '../../electron/statements/batch-order.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { temporaryFolder } from '../temporary-school.ts'

function ended(desk: Desk, session: string) {
  return vi.waitUntil(
    async () => {
      const { progress } = await desk.ask('statements.batch', {}, session)
      return progress?.state === 'running' ? undefined : progress
    },
    { timeout: 30_000 },
  )
}

const issued = (desk: Desk) =>
  desk.application.database.read((db) => db.selectFrom('statements').select('id').orderBy('id').execute())

describe('a batch of statements that was broken off', () => {
  it('says which papers are missing, and writes them under the numbers that they have', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const folder = temporaryFolder()
    const data = dirname(desk.application.database.file)
    const order = {
      search: '',
      status: 'active' as const,
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      folder,
      form: 'folder' as const,
    }
    await desk.ask('statements.startBatch', order, session)
    const underWay = keptOrder(data)
    const { total } = (await ended(desk, session))!
    expect(keptOrder(data)).toBeNull()
    const papers = readdirSync(folder).sort()
    const numbers = await issued(desk)

    // As a kill leaves it: what was asked for is kept, two papers were not written yet.
    keepOrder(data, underWay!)
    for (const paper of papers.slice(1, 3)) rmSync(join(folder, paper))
    const left = await ended(desk, session)
    expect(left).toMatchObject({ state: 'broken_off', done: total - 2, total, missing: 2 })
    expect(await desk.send('statements.startBatch', order, session)).toMatchObject({ failure: { code: 'wrong_state' } })

    await desk.ask('statements.resumeBatch', {}, session)
    expect(await ended(desk, session)).toMatchObject({ state: 'finished', done: total })
    expect(readdirSync(folder).sort()).toEqual(papers)
    expect(await issued(desk)).toEqual(numbers)
    expect(await desk.send('statements.resumeBatch', {}, session)).toMatchObject({ failure: { code: 'not_found' } })
  }, 60_000)

  it('issues what it had not issued, and can be let go', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const folder = temporaryFolder()
    const data = dirname(desk.application.database.file)
    const order = {
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      form: 'folder' as const,
      drafts: false,
      folder,
      userId: 1,
      after: 0,
    }
    const { rows } = await desk.ask('packages.list', LIST, session)
    const refs = rows.slice(0, 2).map(({ ref }) => ref)
    keepOrder(data, { ...order, refs, today: rows[0]!.lastActivity, now: new Date('2026-02-01T12:00:00Z') })
    expect(await ended(desk, session)).toMatchObject({ state: 'broken_off', done: 0, total: 2, missing: 0 })
    await desk.ask('statements.resumeBatch', {}, session)
    expect(await ended(desk, session)).toMatchObject({ state: 'finished' })
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(2)
    keepOrder(data, { ...order, refs, today: rows[0]!.lastActivity, now: new Date('2026-02-02T12:00:00Z') })
    await desk.ask('statements.cancelBatch', {}, session)
    expect(keptOrder(data)).toBeNull()
  }, 60_000)
})

const LIST = {
  search: '',
  status: null,
  sort: 'customer',
  direction: 'ascending',
  after: null,
  skip: 0,
  limit: 50,
} as const
