import { describe, expect, it } from 'vitest'
import { actions } from '../../electron/billing/actions/index.ts'
import { sameEffect, type EntryEffect } from '../../electron/calls/outbox/effect.ts'
import { namesOf, namesThere, renamed } from '../../electron/calls/outbox/names.ts'
import { SENT_LATER } from '../../shared/contract/outbox.ts'
import type { OutboxRow } from '../../electron/storage/outbox-tables.ts'

/** Actions that wait for the server on purpose, said by hand; one that is new waits, too, until the code sends it later. */
const WAIT_FOR_SERVER = ['customers.merge', 'openings.account', 'openings.payment', 'openings.reverse', 'openings.use']

function entry(action: string, ref: string, amount = 100): EntryEffect {
  return { action, ref, facts: '{}', postings: [['cash', 0, 0, '', 0, amount]] }
}

function row(number: number, effect: readonly EntryEffect[], refs: object | null): OutboxRow {
  return { number, effect: JSON.stringify(effect), refs: refs && JSON.stringify(refs) } as OutboxRow
}

describe('what is recorded without the server', () => {
  it('is every everyday action, but none of those that were left to it on purpose', () => {
    const missing = Object.values(actions).flatMap(({ call }) =>
      (SENT_LATER as readonly string[]).includes(call) ? [] : [call],
    )
    expect(missing).toEqual(expect.arrayContaining(WAIT_FOR_SERVER))
    expect(SENT_LATER.length).toBeGreaterThanOrEqual(24)
  })

  it('is sent by the server’s names, wherever they stand, and without what its form showed', () => {
    const names = namesOf([row(7, [entry('invoice', 'INV not sent 7')], { 'INV not sent 7': 'INV-2010' })])
    const input = {
      ref: 'INV not sent 7',
      note: 'about INV not sent 7',
      basis: [{ of: 'invoice', ref: 'INV not sent 7', entry: 60 }],
      payment: { invoice: 'INV not sent 7', lines: ['INV not sent 7', 'INV-1'] },
    }
    expect(renamed(JSON.stringify(input), names)).toEqual({
      restsOn: null,
      input: {
        ref: 'INV-2010',
        note: 'about INV not sent 7',
        basis: [],
        payment: { invoice: 'INV-2010', lines: ['INV-2010', 'INV-1'] },
      },
    })
  })

  it('rests on what it names, and is not sent where that is not at the server', () => {
    const paid = [entry('account_deposit', 'DEP not sent 3'), entry('invoice_payment', 'INV-1')]
    const names = namesOf([row(3, paid, null)])
    expect(renamed(JSON.stringify({ to: 'DEP not sent 3' }), names).restsOn).toBe(3)
    // What it acted on was there before.
    expect(renamed(JSON.stringify({ ref: 'INV-1' }), names).restsOn).toBeNull()
    // A name of another action of the same end is not its.
    expect(renamed(JSON.stringify({ to: 'DEP not sent 13' }), names)).toMatchObject({
      input: { to: 'DEP not sent 13' },
    })
  })

  it('gets names only from the same actions, and is the same only with the same amounts', () => {
    const here = [entry('payment_reversal', 'REV not sent 4'), entry('package_payment', 'PAY not sent 4')]
    const there = [entry('payment_reversal', 'REV-9'), entry('package_payment', 'PAY-9')]
    expect(namesThere(here, there)).toEqual({ 'REV not sent 4': 'REV-9', 'PAY not sent 4': 'PAY-9' })
    expect(namesThere(here, there.toReversed())).toEqual({})
    expect(sameEffect(here, there)).toBe(true)
    expect(sameEffect(here, [entry('payment_reversal', 'REV-9'), entry('package_payment', 'PAY-9', 99)])).toBe(false)
    expect(sameEffect(here, there.slice(1))).toBe(false)
  })
})
