import { describe, expect, it } from 'vitest'
import type { Moment } from '../../electron/people/moment.ts'
import { Sessions } from '../../electron/people/sessions.ts'

const MINUTE = 60_000
const at = (minutes: number): Moment => ({ now: new Date(minutes * MINUTE), elapsed: minutes * MINUTE })
const user = (id: number) => ({ id, stamp: `stamp of ${id}` })

it('a session locks after the minutes of the settings, each use beginning them anew', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(user(7), at(0))
  expect(sessions.userOf(token, at(5), true)).toEqual(user(7))
  expect(sessions.userOf(token, at(10), true)).toEqual(user(7))
  expect(sessions.userOf(token, at(15.1), true)).toBeUndefined()
  expect(sessions.userOf(token, at(15.1), true)).toBeUndefined()
})

it('a window that refreshes its numbers by itself does not keep a desk unlocked that nobody touches', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(user(7), at(0))
  expect(sessions.userOf(token, at(4), false)).toEqual(user(7))
  expect(sessions.userOf(token, at(5.1), false)).toBeUndefined()
})

it('a session ends after 12 hours, however much it is used', () => {
  const sessions = new Sessions(720)
  const token = sessions.begin(user(7), at(0))
  expect(sessions.userOf(token, at(719), true)).toEqual(user(7))
  expect(sessions.userOf(token, at(721), true)).toBeUndefined()
})

it('a token is 256 bits that nobody can guess from another', () => {
  const sessions = new Sessions()
  const [one, other] = [sessions.begin(user(1), at(0)), sessions.begin(user(2), at(0))]
  expect(Buffer.from(one, 'base64url')).toHaveLength(32)
  expect(one).not.toBe(other)
  expect(sessions.userOf(one, at(1), true)).toEqual(user(1))
  expect(sessions.userOf(other, at(1), true)).toEqual(user(2))
})

it('locks by the time that really passed, whatever the clock was set to', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(user(7), { now: new Date(60 * MINUTE), elapsed: 0 })
  expect(sessions.userOf(token, { now: new Date(0), elapsed: 6 * MINUTE }, true)).toBeUndefined()
})

it('locks after a sleep, during which only the clock ran on', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(user(7), at(0))
  expect(sessions.userOf(token, { now: new Date(60 * MINUTE), elapsed: MINUTE }, true)).toBeUndefined()
})

describe('a desk that is locked', () => {
  it('lets nobody in, and opens again with its hours running on', () => {
    const sessions = new Sessions(5)
    const token = sessions.begin(user(7), at(0))
    sessions.lock(token)
    expect(sessions.userOf(token, at(1), true)).toBeUndefined()
    expect(sessions.lockedUserOf(token, at(1))).toEqual(user(7))
    sessions.unlock(token, at(700))
    expect(sessions.userOf(token, at(701), true)).toEqual(user(7))
    sessions.lock(token)
    expect(sessions.lockedUserOf(token, at(721))).toBeUndefined()
  })

  it('locks by itself where it lay idle, and ends with the third wrong PIN', () => {
    const sessions = new Sessions(5)
    const token = sessions.begin(user(7), at(0))
    expect(sessions.userOf(token, at(6), true)).toBeUndefined()
    expect([1, 2, 3].map(() => sessions.wrongPin(token))).toEqual([2, 1, 0])
    expect(sessions.lockedUserOf(token, at(6))).toBeUndefined()
  })
})
