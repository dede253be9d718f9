import { expect, it } from 'vitest'
import { Sessions } from '../../electron/people/sessions.ts'

const MINUTE = 60_000
const at = (minutes: number) => new Date(minutes * MINUTE)

it('a session locks after the minutes of the settings, each use beginning them anew', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(7, at(0))
  expect(sessions.userOf(token, at(5), true)).toBe(7)
  expect(sessions.userOf(token, at(10), true)).toBe(7)
  expect(sessions.userOf(token, at(15.1), true)).toBeUndefined()
  expect(sessions.userOf(token, at(15.1), true)).toBeUndefined()
})

it('a window that refreshes its numbers by itself does not keep a desk unlocked that nobody touches', () => {
  const sessions = new Sessions(5)
  const token = sessions.begin(7, at(0))
  expect(sessions.userOf(token, at(4), false)).toBe(7)
  expect(sessions.userOf(token, at(5.1), false)).toBeUndefined()
})

it('a session ends after 12 hours, however much it is used', () => {
  const sessions = new Sessions(720)
  const token = sessions.begin(7, at(0))
  expect(sessions.userOf(token, at(719), true)).toBe(7)
  expect(sessions.userOf(token, at(721), true)).toBeUndefined()
})

it('a token is 256 bits that nobody can guess from another', () => {
  const sessions = new Sessions()
  const [one, other] = [sessions.begin(1, at(0)), sessions.begin(2, at(0))]
  expect(Buffer.from(one, 'base64url')).toHaveLength(32)
  expect(one).not.toBe(other)
  expect(sessions.userOf(one, at(1), true)).toBe(1)
  expect(sessions.userOf(other, at(1), true)).toBe(2)
})
