import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { kestrelDesk, type Desk } from './desk.ts'

type Input = CallInput<'packages.changeEnds'>

async function withEnds(): Promise<{ desk: Desk; session: string }> {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  for (const [ref, end] of [
    ['CP-1001', '2026-02-20'],
    ['CP-1002', '2026-06-30'],
  ] as const)
    await desk.ask('packages.changeEnd', { package: ref, end, date: null, note: 'agreed', basis: [] }, session)
  return { desk, session }
}

async function endsNow({ desk }: { desk: Desk }): Promise<Record<string, string | null | undefined>> {
  const { packages } = await engineBalances(desk.application.database)
  return Object.fromEntries(packages.map((pack) => [pack.ref, pack.expires]))
}

const LONGER: Input = {
  date: null,
  note: 'The fleet was grounded.',
  to: { how: 'days', count: 30 },
  packages: [
    { ref: 'CP-1001', was: '2026-02-20' },
    { ref: 'CP-1002', was: '2026-06-30' },
  ],
}

describe('the last valid day of many packages at once', () => {
  it('shows what each would become, and changes exactly that, each with an entry of its own', async () => {
    const at = await withEnds()
    const { desk, session } = at
    const list = await desk.ask('packages.endings', { search: '', status: null, code: 'C172S' }, session)
    // No hours of it are left on CP-1002.
    expect(list.rows.map(({ ref }) => ref).toSorted()).toEqual(['CP-1001', 'CP-1003', 'CP-1005', 'CP-1006', 'CP-1007'])
    expect(list.rows.every(({ left }) => (left ?? 0) > 0)).toBe(true)
    const preview = await desk.ask('packages.changeEnds.preview', LONGER, session)
    expect(preview.rows).toEqual([
      { ref: 'CP-1001', end: '2026-03-22', problem: null },
      { ref: 'CP-1002', end: '2026-07-30', problem: null },
    ])
    const done = await desk.ask('packages.changeEnds', LONGER, session)
    expect(done.sentence).toBe('2 packages are valid 30 days longer.')
    expect(await endsNow(at)).toMatchObject({ 'CP-1001': '2026-03-22', 'CP-1002': '2026-07-30' })
    for (const ref of ['CP-1001', 'CP-1002']) {
      const { rows } = await desk.ask(
        'packages.history',
        { ref, actions: [], figure: null, asOf: null, after: null, limit: 1 },
        session,
      )
      expect(rows[0]).toMatchObject({ action: 'end_changed', note: 'The fleet was grounded.' })
    }
    await expectVerified(desk.application.database)
  })

  it.each<[string, Partial<Input>, string]>([
    ['to one day', { to: { how: 'day', day: '2026-12-31' } }, '2026-12-31'],
    ['by months, to the last day of a shorter one', { to: { how: 'months', count: 8 } }, '2027-02-28'],
  ])('%s', async (_, change, second) => {
    const at = await withEnds()
    await at.desk.ask('packages.changeEnds', { ...LONGER, ...change }, at.session)
    expect((await endsNow(at))['CP-1002']).toBe(second)
  })

  it('takes the end away from all of them', async () => {
    const at = await withEnds()
    await at.desk.ask('packages.changeEnds', { ...LONGER, to: { how: 'never' } }, at.session)
    expect(Object.values(await endsNow(at)).filter((end) => end)).toEqual([])
  })

  it('is all or nothing: one that is removed, was changed meanwhile, or never ends keeps the others as they were', async () => {
    const at = await withEnds()
    const { desk, session } = at
    const before = await endsNow(at)
    const others: readonly [Input['packages'][number], string][] = [
      [{ ref: 'CP-1003', was: '2026-05-01' }, 'stale'],
      [{ ref: 'CP-1003', was: null }, 'invalid_input'],
      [{ ref: 'CP-9999', was: null }, 'not_found'],
    ]
    for (const [other, code] of others) {
      const input = { ...LONGER, packages: [...LONGER.packages, other] }
      const preview = await desk.ask('packages.changeEnds.preview', input, session)
      expect(preview.rows.map(({ problem }) => problem === null)).toEqual([true, true, false])
      const refused = await desk.send('packages.changeEnds', input, session)
      expect(refused).toMatchObject({ ok: false, failure: { code } })
      expect((refused as { failure: { message: string } }).failure.message).toContain(other.ref)
    }
    const unreasoned = await desk.send('packages.changeEnds', { ...LONGER, note: ' ' }, session)
    expect(unreasoned).toMatchObject({ ok: false, failure: { field: 'note' } })
    expect(await endsNow(at)).toEqual(before)
  })

  it('lets an expired package be used again, whose refusal said so', async () => {
    const at = await withEnds()
    const { desk } = at
    desk.later(20 * 24 * 60 * 60_000)
    const again = await desk.signInAs('administrator')
    const line = { package: 'CP-1001', code: 'C172S', quantity: 100, amount: null, note: '' }
    const owner = (await engineBalances(desk.application.database)).packages.find(({ ref }) => ref === 'CP-1001')
    const invoice = { customer: owner?.customer ?? '', lines: [line], date: null, note: '', basis: [] }
    const refused = await desk.send('invoices.make.preview', invoice, again)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'expired' } })
    await desk.ask('packages.changeEnds', { ...LONGER, packages: LONGER.packages.slice(0, 1) }, again)
    expect(await desk.send('invoices.make.preview', invoice, again)).toMatchObject({ ok: true })
  })
})
