import { describe, expect, it } from 'vitest'
import { AuditTrail } from '../../electron/people/audit-trail.ts'
import { LockOuts } from '../../electron/people/lock-out.ts'
import { keptPassword, passwordFits } from '../../electron/people/password.ts'
import { signIn } from '../../electron/people/sign-in.ts'
import { setPassword } from '../../electron/people/users-editing-store.ts'
import { equipAdministrator } from '../../electron/people/users-store.ts'
import type { Outcome } from '../../shared/failure.ts'
import { emptySchool } from '../temporary-school.ts'

const NOW = new Date('2026-02-01T12:00:00Z')

/** A school with the user morgan; passwords are kept with cheap parameters, so that a test is quick. */
async function door() {
  const database = await emptySchool()
  const password = await keptPassword('right', { N: 1024, r: 8, p: 1 })
  await database.write((db) =>
    equipAdministrator(db, { userId: null, now: NOW }, { username: 'morgan', name: 'Morgan', password }),
  )
  const trail = new AuditTrail(database, (error) => {
    throw error
  })
  const at = { database, lockOuts: new LockOuts(), trail }
  const attempt = (username: string, given: string, now = NOW, elapsed = now.getTime()) =>
    signIn(at, username, given, { now, elapsed })
  /** as after a restart: only what the file kept is known */
  const restarted = async () => {
    await trail.settled()
    at.lockOuts = new LockOuts()
  }
  const audit = async () => {
    await trail.settled()
    return database.read((db) => db.selectFrom('audit_list').select(['username', 'event']).execute())
  }
  return { attempt, audit, database, restarted }
}

function code(outcome: Outcome<number>): string {
  return outcome.ok ? 'signed in' : outcome.failure.code
}

async function codesOf(times: number, attempt: () => Promise<Outcome<number>>): Promise<string[]> {
  const codes: string[] = []
  for (let time = 0; time < times; time++) codes.push(code(await attempt()))
  return codes
}

describe('the lock-out', () => {
  it('counts attempts at the same moment, so that none slips past it', async () => {
    const { attempt } = await door()
    const codes = (await Promise.all(Array.from({ length: 20 }, () => attempt('morgan', 'wrong')))).map(code)
    expect(codes.filter((each) => each === 'wrong_credentials')).toHaveLength(5)
    expect(codes.filter((each) => each === 'locked_out')).toHaveLength(15)
  })

  it('goes on from what is known where the count was read while an attempt was written down', () => {
    const lockOuts = new LockOuts()
    const at = { now: NOW, elapsed: 0 }
    const readEarly = { failed: 0, lockedUntil: 0 }
    const failedAfter = (before: number) => {
      const attempt = lockOuts.begin('morgan', readEarly, at, before)
      if ('locked' in attempt) return 'locked'
      return attempt
    }
    const counts: unknown[] = []
    let before = lockOuts.written('morgan')
    for (let time = 0; time < 7; time++) {
      const attempt = failedAfter(before)
      if (attempt === 'locked') counts.push(attempt)
      else {
        counts.push(attempt.attempts.failed)
        // The next one begins to read before this one is written down.
        before = lockOuts.written('morgan')
        attempt.written()
      }
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 'locked', 'locked'])
  })

  it('treats a name that nobody has like one that somebody has', async () => {
    const { attempt } = await door()
    const known = await codesOf(7, () => attempt('morgan', 'wrong'))
    const unknown = await codesOf(7, () => attempt('nobody', 'wrong'))
    expect(known).toEqual([...Array<string>(5).fill('wrong_credentials'), 'locked_out', 'locked_out'])
    expect(unknown).toEqual(known)
    expect(await attempt('nobody', 'right')).toEqual(await attempt('morgan', 'right'))
  })

  it('lasts 30 seconds at first, twice as long after each further failure, and 15 minutes at most', async () => {
    const { attempt } = await door()
    await codesOf(5, () => attempt('morgan', 'wrong'))
    let instant = NOW.getTime()
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      instant += seconds * 1000
      expect(code(await attempt('morgan', 'right', new Date(instant - 1))), `${seconds} s`).toBe('locked_out')
      expect(code(await attempt('morgan', 'wrong', new Date(instant))), `${seconds} s`).toBe('wrong_credentials')
    }
  })

  it('ends with a right password, which begins the count anew', async () => {
    const { attempt } = await door()
    await codesOf(4, () => attempt('morgan', 'wrong'))
    expect(code(await attempt('morgan', 'right'))).toBe('signed in')
    expect(await codesOf(5, () => attempt('morgan', 'wrong'))).toEqual(Array(5).fill('wrong_credentials'))
  })

  it('goes by the time that really passed, not by a clock that somebody sets', async () => {
    const { attempt } = await door()
    await codesOf(5, () => attempt('morgan', 'wrong'))
    const [back, forth] = [new Date('2016-01-01'), new Date('2036-01-01')]
    expect(code(await attempt('morgan', 'right', forth, NOW.getTime() + 29_999))).toBe('locked_out')
    expect(code(await attempt('morgan', 'right', back, NOW.getTime() + 30_000))).toBe('signed in')
  })

  it('survives a restart', async () => {
    const { attempt, restarted } = await door()
    await codesOf(5, () => attempt('morgan', 'wrong'))
    await restarted()
    expect(code(await attempt('morgan', 'right', new Date(NOW.getTime() + 29_000), 5))).toBe('locked_out')
    expect(code(await attempt('morgan', 'right', new Date(NOW.getTime() + 29_000), 1_006))).toBe('signed in')
  })

  it('made under a clock that ran years ahead is no longer than any other', async () => {
    const { attempt, restarted } = await door()
    await codesOf(5, () => attempt('morgan', 'wrong', new Date('2035-03-01')))
    await restarted()
    expect(code(await attempt('morgan', 'right', NOW, 0))).toBe('locked_out')
    expect(code(await attempt('morgan', 'right', NOW, 30_001))).toBe('signed in')
  })

  it('ends where an administrator has set a new password, also in another process', async () => {
    const { attempt, database, audit } = await door()
    await codesOf(6, () => attempt('morgan', 'wrong'))
    await audit()
    const kept = await keptPassword('new one', { N: 1024, r: 8, p: 1 })
    await database.write((db) => setPassword(db, 'morgan', kept))
    expect(code(await attempt('morgan', 'new one'))).toBe('signed in')
  })

  it('refuses at once while an import writes, and counts all the same', async () => {
    const { attempt, database, audit } = await door()
    let end: () => void = () => undefined
    const importing = database.write(() => new Promise<void>((resolve) => (end = resolve)))
    expect(await codesOf(7, () => attempt('morgan', 'wrong'))).toEqual([
      ...Array<string>(5).fill('wrong_credentials'),
      'locked_out',
      'locked_out',
    ])
    end()
    await importing
    expect(await audit()).toHaveLength(8)
  })

  it('is in the audit list', async () => {
    const { attempt, audit } = await door()
    await codesOf(6, () => attempt('morgan', 'wrong'))
    const events = (await audit()).map(({ event }) => event)
    expect(events).toEqual([...Array<string>(5).fill('sign-in refused'), 'locked out', 'sign-in refused'])
  })
})

describe('whom the door keeps out', () => {
  it('a user who was deactivated, with the right password', async () => {
    const { attempt, database } = await door()
    await database.write((db) => db.updateTable('users').set({ active: 0 }).execute())
    expect(code(await attempt('morgan', 'right'))).toBe('wrong_credentials')
  })
})

/** What the program ships, past what stands in its place in these tests. */
async function shippedCost(): Promise<Parameters<typeof keptPassword>[1]> {
  const path = '../../electron/people/password-cost.ts?as-shipped'
  return (await import(path)).PASSWORD_COST
}

describe('a password', () => {
  it('is kept by scrypt at the parameters of OWASP, with a salt of its own', async () => {
    const cost = await shippedCost()
    const [one, other] = [await keptPassword('the same', cost), await keptPassword('the same', cost)]
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$/)
    expect(one).not.toBe(other)
    expect(one).not.toContain('same')
    expect(await passwordFits('the same', one)).toBe(true)
    expect(await passwordFits('the sane', one)).toBe(false)
  })

  it('fits whatever keyboard composed its accents', async () => {
    const kept = await keptPassword('caf\u00e9 noir', { N: 1024, r: 8, p: 1 })
    expect(await passwordFits('cafe\u0301 noir', kept)).toBe(true)
  })
})
