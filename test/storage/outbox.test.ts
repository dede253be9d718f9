import SqliteDatabase from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { Outbox } from '../../electron/storage/outbox.ts'
import type { KeptAction } from '../../electron/storage/outbox-tables.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'

function action(id: string): KeptAction {
  return {
    id,
    call: 'accounts.deposit',
    user_id: 1,
    hash: 'h',
    input: '{}',
    recorded_at: 1,
    day: '2026-02-01',
    base_number: 0,
    base_hash: '',
    effect: '[]',
    depends: '[]',
    answer: '{"entry":1,"ref":"DEP not sent 1","sentence":"A deposit."}',
    customer: '',
  }
}

function opened(folder: string): Outbox {
  const outbox = Outbox.open(folder)
  if (!outbox) throw new Error('the outbox is held by somebody else')
  return outbox
}

describe('the outbox of a desk', () => {
  it('keeps its order, and what became of each, over its being closed', () => {
    const folder = temporaryFolder()
    const first = opened(folder)
    expect([first.nextNumber(), first.isEmpty()]).toEqual([1, true])
    expect(['one', 'two', 'three', 'four'].map((id) => first.keep(action(id)))).toEqual([1, 2, 3, 4])
    first.sent(1, { entry: 7, refs: '{}', message: null, at: new Date(5) })
    first.refused(2, { code: 'stale', message: 'No.' }, new Date(6))
    first.takeBack(4, new Date(7))
    first.close()
    const again = opened(folder)
    expect(again.waiting().map(({ number }) => number)).toEqual([3])
    expect(again.since(6).map(({ number }) => number)).toEqual([1, 3])
    expect(again.since(7).map(({ number }) => number)).toEqual([3])
    expect(again.counts()).toEqual({ waiting: 1, refused: 1 })
    // What waits or is open stands before what was sent; what was taken back never was.
    expect(again.list(10).map(({ number, state }) => `${number} ${state}`)).toEqual([
      '3 waiting',
      '2 refused',
      '1 sent',
    ])
    again.settle(2, { by: 1, note: 'done again', at: new Date(8) })
    expect(again.counts()).toEqual({ waiting: 1, refused: 0 })
    expect(again.nextNumber()).toBe(5)
    again.close()
    expect(Outbox.waitingIn(folder)).toBe(1)
  })

  it('changes and deletes nothing, and is on the disk before anybody is told', () => {
    const folder = temporaryFolder()
    const outbox = opened(folder)
    outbox.keep(action('one'))
    outbox.refused(1, { code: 'stale', message: 'No.' }, new Date(6))
    outbox.settle(1, { by: 1, note: 'done again', at: new Date(8) })
    expect(outbox.synchronous()).toBe(2)
    outbox.close()
    const file = new SqliteDatabase(join(folder, 'outbox.blocktime'))
    for (const table of ['actions', 'outcomes', 'settlements'])
      for (const change of [`update ${table} set number = 9`, `delete from ${table}`])
        expect(() => file.exec(change), change).toThrow('the outbox only grows')
    file.close()
  })

  it('belongs to one process at a time, and can be looked at by others', () => {
    const folder = temporaryFolder()
    const outbox = opened(folder)
    outbox.keep(action('one'))
    expect(Outbox.open(folder)).toBeNull()
    expect(Outbox.waitingIn(folder)).toBe(1)
    outbox.close()
    const other = Outbox.open(folder)
    expect(other?.counts().waiting).toBe(1)
    other?.close()
  })

  it('that is damaged is said at the start, and left as it is', async () => {
    const folder = temporaryFolder()
    leadToServer(folder, 'postgres://nobody@127.0.0.1:1/school')
    writeFileSync(join(folder, 'outbox.blocktime'), 'this is no outbox, and was never one of a desk'.repeat(99))
    const application = await openApplication({ dataFolder: folder })
    const state = { call: 'trouble.state', input: {}, session: null, commandId: null, attended: true }
    expect(await application.dispatch(state)).toMatchObject({
      value: { trouble: { kind: 'damaged', message: expect.stringContaining('outbox.blocktime') } },
    })
    await application.close()
  })
})
