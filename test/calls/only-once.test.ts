import { describe, expect, it } from 'vitest'
import { onlyOncePrepared } from '../../electron/calls/command-store.ts'
import { audit } from '../../electron/people/users-store.ts'
import type { WriteDb } from '../../electron/storage/database.ts'
import { done } from '../../shared/failure.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const INPUT = {
  files: [{ name: 'customers.csv', content: Buffer.from('number,name\nC-900,New Customer\n').toString('base64') }],
}

async function customers(desk: Desk): Promise<number> {
  return (
    await desk.application.database.read((db) =>
      db.selectFrom('customers').select('id').where('number', '=', 'C-900').execute(),
    )
  ).length
}

describe('the same command sent twice happens once', () => {
  it('one after the other: the first answer again', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const first = await desk.send('school.import', INPUT, session, 'command-1')
    expect(first).toMatchObject({ ok: true, value: { outcome: 'imported', changed: true } })
    expect(await desk.send('school.import', INPUT, session, 'command-1')).toEqual(first)
    expect(await customers(desk)).toBe(1)
  })

  it('at the same moment', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const replies = await Promise.all([1, 2, 3, 4].map(() => desk.send('school.import', INPUT, session, 'command-1')))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject({ ok: true, value: { changed: true } })
  })

  it('after a restart', async () => {
    const folder = temporaryFolder()
    const before = await kestrelDesk(folder)
    const first = await before.send('school.import', INPUT, await before.signInAs('administrator'), 'command-1')
    await before.application.close()
    const after = await kestrelDesk(folder, kestrelFiles())
    expect(await after.send('school.import', INPUT, await after.signInAs('administrator'), 'command-1')).toEqual(first)
  })

  it('through two processes on one data folder', async () => {
    const folder = temporaryFolder()
    const [one, other] = [await kestrelDesk(folder), await kestrelDesk(folder, kestrelFiles())]
    const first = await one.send('school.import', INPUT, await one.signInAs('administrator'), 'command-1')
    expect(first).toMatchObject({ ok: true, value: { changed: true } })
    expect(await other.send('school.import', INPUT, await other.signInAs('administrator'), 'command-1')).toEqual(first)
  })

  it('with another input it is refused', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.send('school.import', INPUT, session, 'command-1')
    const other = {
      files: [{ name: 'customers.csv', content: Buffer.from('number,name\nC-901,Other\n').toString('base64') }],
    }
    expect(await desk.send('school.import', other, session, 'command-1')).toMatchObject({
      ok: false,
      failure: { code: 'command_reused' },
    })
  })

  it('from another user it is refused, and gives nothing away', async () => {
    const desk = await kestrelDesk()
    await desk.send('school.import', INPUT, await desk.signInAs('administrator'), 'command-1')
    await desk.application.database.write((db) =>
      db.insertInto('role_permissions').values({ role: 'billing', permission: 'Manage Settings' }).execute(),
    )
    expect(await desk.send('school.import', INPUT, await desk.signInAs('billing'), 'command-1')).toEqual({
      ok: false,
      failure: expect.objectContaining({ code: 'command_reused' }),
    })
  })

  it('a password is set once, another one under the same id is refused, and neither stands in the commands', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const set = (password: string) =>
      desk.send('users.setPassword', { username: 'desk', password }, session, 'command-1')
    expect(await set('the first one')).toEqual({ ok: true, value: {} })
    expect(await set('the first one')).toEqual({ ok: true, value: {} })
    expect(await set('another one')).toMatchObject({ failure: { code: 'command_reused' } })
    const rows = await desk.application.database.read(async (db) => ({
      commands: await db.selectFrom('commands').selectAll().execute(),
      set: await db.selectFrom('audit_list').selectAll().where('event', '=', 'password set').execute(),
    }))
    expect(JSON.stringify(rows)).not.toMatch(/the first one|another one/)
    expect(rows.set).toHaveLength(1)
  })

  it('a write without a command id is refused', async () => {
    const desk = await kestrelDesk()
    const reply = await desk.send('school.import', INPUT, await desk.signInAs('administrator'), null)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input' } })
  })

  it('tokens of sessions are never kept with the commands', async () => {
    const desk = await kestrelDesk()
    const token = await desk.signInAs('administrator')
    const rows = await desk.application.database.read((db) => db.selectFrom('commands').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows).toEqual([])
  })
})

describe('a command whose work goes in parts', () => {
  const command = {
    id: 'command-parts',
    call: 'reconcile.acceptExact',
    userId: 1,
    input: {},
    secret: [],
    now: new Date(),
  }
  const part = (name: string) => async (db: WriteDb) => {
    await audit(db, new Date(), '', 'part', name)
    return done(1)
  }
  const together = (answers: readonly unknown[]) => answers.length

  it('goes on after it was broken off, and answers for what was done before', async () => {
    const { application } = await kestrelDesk()
    const { database } = application
    const broken = async () => done({ parts: [part('a'), () => Promise.reject(new Error('killed'))], together })
    await expect(onlyOncePrepared(database, command, broken)).rejects.toThrow('killed')
    const rest = async () => done({ parts: [part('b'), part('c')], together })
    expect(await onlyOncePrepared(database, command, rest)).toEqual(done(3))
    expect(await onlyOncePrepared(database, command, rest)).toEqual(done(3))
    const rows = await database.read((db) =>
      db.selectFrom('audit_list').select('detail').where('event', '=', 'part').orderBy('id').execute(),
    )
    expect(rows.map(({ detail }) => detail)).toEqual(['a', 'b', 'c'])
  })
})

it('what a command does after its commit is over before the answer, however long the data takes for it', async () => {
  const { application } = await kestrelDesk()
  const steps: string[] = []
  const work = async () =>
    done({
      record: async () => done('written'),
      recorded: async (answer: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        steps.push(`after ${String(answer)}`)
      },
    })
  const command = { id: 'slow-after', call: 'customers.erase', userId: 1, input: {}, secret: [], now: new Date() }
  expect(await onlyOncePrepared(application.database, command, work)).toEqual(done('written'))
  expect(steps).toEqual(['after written'])
  await onlyOncePrepared(application.database, command, work)
  expect(steps).toHaveLength(1)
})
