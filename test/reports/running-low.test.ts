import { describe, expect, it } from 'vitest'
import { lowReasons } from '../../electron/reports/lists/running-low.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { kestrelDesk } from '../calls/desk.ts'

const POLICY = { hours: hundredths(500), days: 14 }
const line = (remaining: number, lately: number) => ({
  code: 'C172S',
  name: 'Cessna',
  included: hundredths(5_000),
  remaining: hundredths(remaining),
  lately: hundredths(lately),
})

describe('a package is running low', () => {
  it.each([
    ['hours of a line below the threshold', 0, line(499, 0), ['hours']],
    ['not at the threshold', 0, line(500, 0), []],
    ['package funds below zero', -1, line(4_900, 0), ['funds']],
    // 28.00 h in eight weeks is 0.50 h a day: 7.00 h last 14 days.
    ['at the own pace used up within two weeks', 0, line(700, 2_800), ['pace']],
    ['not where it lasts a day longer', 0, line(750, 2_800), []],
    ['not where nothing was flown lately', 0, line(700, 0), []],
    ['not on a line sold with few hours of which none is used', 0, { ...line(300, 0), included: hundredths(300) }, []],
    ['not on a line that the package does not hold', 0, { ...line(0, 0), included: hundredths(0) }, []],
  ])('%s', (_, funds, hours, kinds) => {
    expect(lowReasons(POLICY, cents(funds), [hours]).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('the call list and the widget say the same, and money only to those who may see it', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const administrator = await desk.signInAs('administrator')
    const policies = await desk.ask('policies.get', {}, administrator)
    await desk.ask('policies.set', { ...policies, runningLow: { hours: 6_000, days: 14 } }, administrator)
    const { rows } = await desk.ask('packages.runningLow', { search: '' }, session)
    expect(rows.length).toBeGreaterThan(0)
    for (const { customerNumber, ref, reasons } of rows) {
      const { packages } = await desk.ask('customers.overview', { number: customerNumber }, session)
      expect(packages.find((pack) => pack.ref === ref)?.low).toEqual(reasons)
    }
    const found = await desk.ask('packages.runningLow', { search: rows[0]?.customerName ?? '' }, session)
    expect(found.rows.map(({ ref }) => ref)).toContain(rows[0]?.ref)
  })
})
