import { describe, expect, it } from 'vitest'
import { Accepting } from '../../../electron/calls/accepting.ts'
import { bound, type Command } from '../../../electron/calls/command.ts'
import { onlyOncePrepared } from '../../../electron/calls/command-store.ts'
import { StorageProblem } from '../../../electron/storage/problem.ts'
import { done, refused } from '../../../shared/failure.ts'
import { acceptAll, LINES, makeReconcilable } from '../../faults/accept-all.ts'
import { temporaryFolder } from '../../temporary-school.ts'
import { kestrelDesk } from '../desk.ts'

const part = (settled: number) => async () => done({ settled })
const together = (answers: readonly { settled: number }[]) => ({
  settled: answers.reduce((sum, { settled }) => sum + settled, 0),
})

describe('an accepting in parts that stops', () => {
  it.each([
    ['by a refusal', async () => refused('stale', 'Somebody settled one of these.')],
    ['by a full disk', () => Promise.reject(new StorageProblem('full', {}))],
  ] as const)('%s says how far it came, and the window that lost its answer hears it, too', async (_, stops) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    const { id: userId } = await desk.application.database.read((db) =>
      db.selectFrom('users').select('id').where('role', '=', 'billing').executeTakeFirstOrThrow(),
    )
    const command: Command = {
      id: 'accepting-1',
      call: 'reconcile.acceptExact',
      userId,
      input: {},
      secret: [],
      now: new Date(),
    }
    const accepting = new Accepting()
    const answer = await onlyOncePrepared(desk.application.database, command, async () =>
      done({ parts: [part(400), part(12), stops, part(3)], together, ...accepting.of(500) } as never),
    )
    expect(answer).toMatchObject({
      ok: false,
      failure: {
        message: expect.stringMatching(
          /^412 matches were accepted before it stopped; the others wait as before\. (Somebody settled|The disk is full)/,
        ),
      },
    })
    expect(accepting.progress).toBeNull()
    expect(await desk.ask('commands.outcome', { id: bound(command).id }, session)).toEqual({
      state: 'in_part',
      sentence: '412 matches were accepted before it stopped; the others wait as before.',
    })
    // Somebody else's command says nothing of itself.
    const other = await desk.signInAs('administrator')
    expect(await desk.ask('commands.outcome', { id: command.id }, other)).toMatchObject({ state: 'not_recorded' })
  })
})

it('while it goes on, the window is told how far it is', async () => {
  const folder = temporaryFolder()
  await makeReconcilable(folder)
  const seen: number[] = []
  expect(await acceptAll(folder, (count) => seen.push(count))).toBe(LINES)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every((count) => count === 0 || count === 400 || count === 800)).toBe(true)
  expect(Math.max(...seen)).toBeGreaterThan(0)
}, 120_000)
