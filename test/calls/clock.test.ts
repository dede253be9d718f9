import { expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

it('a clock that is behind the last entry is pointed out, one that is not is let be', async () => {
  const desk = await kestrelDesk()
  const behind = async () =>
    (await desk.ask('changes.since', { entry: null }, await desk.signInAs('front_desk'))).clockBehind
  const now = Date.parse('2026-02-01T12:00:00Z')
  const last = await desk.application.database.read((db) =>
    db.selectFrom('entries').select('recorded_at').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
  desk.later(last.recorded_at - now)
  expect(await behind()).toBe(0)
  desk.later(-90 * 60_000)
  expect(await behind()).toBe(90)
})
