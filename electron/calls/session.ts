import type { SignedInUser } from '../../shared/contract/session.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { ROLE_NAMES } from '../../shared/permissions.ts'
import { signIn } from '../people/sign-in.ts'
import { audit, firstOfRole, readUser, type User } from '../people/users-store.ts'
import type { Anyone, Implementations, SessionDoor } from './implementation.ts'

export const sessionImplementations: Implementations<
  'session.signIn' | 'session.signInAs' | 'session.current' | 'session.signOut'
> = {
  'session.signIn': async (context, { username, password }) => {
    const signedIn = await signIn(context, username, password, context.now)
    return signedIn.ok ? sessionFor(context, signedIn.value) : signedIn
  },

  'session.signInAs': async (context, { role }) => {
    if (!context.school?.demonstration) {
      return refused('not_permitted', 'Only a demonstration school lets one in without a password.', {
        remedy: 'Sign in with your username and password.',
      })
    }
    const id = await context.database.read((db) => firstOfRole(db, role))
    if (id === undefined) return refused('not_found', `The demonstration school has no ${ROLE_NAMES[role]}.`)
    await context.database.write(async (db) => {
      const user = await readUser(db, id)
      await audit(db, context.now, user?.username ?? '', 'signed in', 'to the demonstration, without a password')
    })
    return sessionFor(context, id)
  },

  'session.current': async ({ user }) => done(shown(user)),

  'session.signOut': async ({ database, sessions, token, user, now }) => {
    if (token) sessions.end(token)
    await database.write((db) => audit(db, now, user.username, 'signed out', ''))
    return done({})
  },
}

/** Begins a session of a user who was let in. */
async function sessionFor(
  context: Anyone & SessionDoor,
  userId: number,
): Promise<Outcome<{ token: string; user: SignedInUser }>> {
  const user = await context.database.read((db) => readUser(db, userId))
  if (!user) throw new Error(`user ${userId} was let in and is not there`)
  return done({ token: context.sessions.begin(user.id, context.now), user: shown(user) })
}

function shown({ username, name, role, permissions, customer }: User): SignedInUser {
  return { username, name, role, permissions: [...permissions], customer }
}
