import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { confirmPresent } from '../../people/own-password.ts'
import { keptPassword, passwordFits } from '../../people/password.ts'
import { keepPin, readPin } from '../../people/pins-store.ts'
import { setPassword } from '../../people/users-editing-store.ts'
import { audit, readUser } from '../../people/users-store.ts'
import type { Implementations } from '../implementation.ts'
import { shownUser } from '../shown-user.ts'

/** What everybody may do for oneself: another password, a PIN, locking the desk and returning to it. */
export const ownSessionImplementations: Implementations<
  'session.lock' | 'session.return' | 'session.changePassword' | 'session.setPin'
> = {
  'session.lock': async ({ user, sessions, token, trail, now }) => {
    if (token !== null && user.hasPin) sessions.lock(token)
    else if (token !== null) sessions.end(token)
    void trail.later((db) => audit(db, now, user.username, user.hasPin ? 'desk locked' : 'signed out', ''))
    return done({ pin: user.hasPin })
  },

  'session.return': async ({ database, sessions, trail, token, at }, { pin }) => {
    const held = token === null ? undefined : sessions.lockedUserOf(token, at)
    const found =
      held &&
      (await database.read(async (db) => ({ user: await readUser(db, held.id), pin: await readPin(db, held.id) })))
    if (token === null || !held || !found?.user || found.pin === null || found.user.stamp !== held.stamp) return noPin()
    const { user } = found
    const fits = await passwordFits(pin, found.pin)
    void trail.later((db) =>
      audit(db, at.now, user.username, fits ? 'returned by PIN' : 'sign-in refused', fits ? '' : 'wrong PIN'),
    )
    // Another attempt at the same moment may have ended it.
    if (!sessions.lockedUserOf(token, at)) return noPin()
    if (!fits) return wrongPin(sessions.wrongPin(token))
    sessions.unlock(token, at)
    return done(shownUser(user))
  },

  'session.changePassword': {
    prepare: async ({ user, now, door }, { presentPassword, password }) => {
      const confirmed = await confirmPresent(door, user.username, presentPassword, door.at)
      if (!confirmed.ok) return confirmed
      const kept = await keptPassword(password)
      let stamp = user.stamp
      return done({
        record: async (db) => {
          await audit(db, now, user.username, 'password changed', 'by the user')
          const set = await setPassword(db, user.username, kept)
          stamp = (await readUser(db, user.id))?.stamp ?? stamp
          return set
        },
        recorded: () => {
          if (door.token !== null) door.sessions.goOn(door.token, stamp)
        },
      })
    },
  },

  'session.setPin': {
    prepare: async ({ user, now, door }, { presentPassword, pin }) => {
      const confirmed = await confirmPresent(door, user.username, presentPassword, door.at)
      if (!confirmed.ok) return confirmed
      const kept = pin === null ? null : await keptPassword(pin)
      return done({
        record: async (db) => {
          await audit(
            db,
            now,
            user.username,
            say(pin === null ? 'own_access.pin_taken_away' : 'own_access.pin_set'),
            '',
          )
          await keepPin(db, user.id, kept)
          return done(shownUser({ ...user, hasPin: pin !== null }))
        },
      })
    },
  },
}

function noPin(): Outcome<never> {
  return refused('not_signed_in', say('people.no_pin'), { remedy: say('people.no_pin_remedy') })
}

function wrongPin(left: number): Outcome<never> {
  if (left === 0) return noPin()
  return refused('wrong_credentials', say('people.wrong_pin'), {
    field: 'pin',
    remedy: say('people.wrong_pin_remedy', { left }),
  })
}
