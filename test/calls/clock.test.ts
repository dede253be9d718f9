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

it('across midnight what a form showed is recorded, and what names no day gets the day of its recording', async () => {
  const desk = await kestrelDesk()
  const deposit = { customer: 'C-001', amount: 100, method: 'card', failed: false, note: '', basis: [] } as const
  // 23:59 at the school, in Denver.
  const now = Date.parse('2026-02-01T12:00:00Z')
  desk.later(Date.parse('2026-02-03T06:59:00Z') - now)
  const session = await desk.signInAs('front_desk')
  const shown = '2026-02-02'
  const preview = await desk.ask('accounts.deposit.preview', { ...deposit, date: shown }, session)
  desk.later(2 * 60_000)
  const after = await desk.ask('accounts.deposit', { ...deposit, date: shown }, session)
  const unsaid = await desk.ask('accounts.deposit', { ...deposit, date: null }, session)
  expect(after.sentence).toBe(preview.sentence)
  const days = await desk.application.database.read((db) =>
    db.selectFrom('entries').select(['number', 'date']).where('number', 'in', [after.entry, unsaid.entry]).execute(),
  )
  expect(days).toEqual([
    { number: after.entry, date: shown },
    { number: unsaid.entry, date: '2026-02-03' },
  ])
  // The school's day, not the computer's: in the future is what lies after it.
  expect(await desk.send('accounts.deposit', { ...deposit, date: '2026-02-04' }, session)).toMatchObject({
    ok: false,
    failure: { field: 'date', message: expect.stringContaining('has not come yet') },
  })
})
