import { describe, expect, it } from 'vitest'
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
