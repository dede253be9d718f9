import { done } from '../../../shared/failure.ts'
import { keptPassword } from '../../people/password.ts'
import { passwordResets } from '../../people/password-resets-store.ts'
import { createUser, editUser, readRoles, readUsers, setPassword, setRole } from '../../people/users-editing-store.ts'
import { audit, readUser } from '../../people/users-store.ts'
import { signed, type Implementations } from '../implementation.ts'

export const peopleImplementations: Implementations<
  `users.${'list' | 'create' | 'edit' | 'setPassword'}` | `roles.${'list' | 'set'}`
> = {
  'users.list': async ({ db }) => done({ users: await readUsers(db), resets: await passwordResets(db) }),
  'users.create': async ({ db, user, now }, input) => {
    await audit(db, now, user.username, 'user created', input.username)
    return createUser(db, signed(user, now), input)
  },
  'users.edit': async ({ db, user, now }, input) => {
    await audit(
      db,
      now,
      user.username,
      'user changed',
      `${input.username}: ${input.role}, ${input.active ? 'active' : 'inactive'}`,
    )
    return editUser(db, signed(user, now), input)
  },
  'users.setPassword': {
    prepare: async ({ user, now, door }, { username, password }) => {
      const kept = await keptPassword(password)
      let stamp = user.stamp
      return done({
        record: async (db) => {
          await audit(db, now, user.username, 'password set', username)
          const set = await setPassword(db, username, kept)
          stamp = (await readUser(db, user.id))?.stamp ?? stamp
          return set
        },
        // Every session of the user ends with it, but the one in which it was set.
        recorded: () => {
          if (door.token !== null) door.sessions.goOn(door.token, stamp)
        },
      })
    },
  },
  'roles.list': async ({ db }) => done({ roles: await readRoles(db) }),
  'roles.set': async ({ db, user, now }, { role, permissions }) => {
    await audit(db, now, user.username, 'role changed', role)
    return setRole(db, signed(user, now), role, permissions)
  },
}
