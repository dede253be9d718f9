import type { SignedInUser } from '../../../shared/contract/session.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { ROLE_NAMES } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import { signIn } from '../../people/sign-in.ts'
import { audit, firstOfRole, readUser } from '../../people/users-store.ts'
import type { Anyone, Implementations, SessionDoor } from '../implementation.ts'
import { shownUser } from '../shown-user.ts'

export const sessionImplementations: Implementations<
  'session.signIn' | 'session.signInAs' | 'session.current' | 'session.signOut'
> = {
  'session.signIn': async (context, { username, password }) => {
    const signedIn = await signIn(context, username, password, context.at)
    return signedIn.ok ? sessionFor(context, signedIn.value) : signedIn
  },

  'session.signInAs': async (context, { role }) => {
    if (!context.school?.demonstration) {
      return refused('not_permitted', say('refused_calls.only_a_demonstration_school_lets_one'), {
        remedy: say('refused_calls.sign_in_with_your_username_and'),
      })
    }
    const id = await context.database.read((db) => firstOfRole(db, role))
    if (id === undefined)
      return refused('not_found', say('refused_calls.the_demonstration_school_has_no_role', { role: ROLE_NAMES[role] }))
    void context.trail.later(async (db) => {
      const user = await readUser(db, id)
      await audit(db, context.now, user?.username ?? '', 'signed in', 'to the demonstration, without a password')
    })
    return sessionFor(context, id)
  },

  'session.current': async ({ user }) => done(shownUser(user)),

  'session.signOut': async ({ sessions, trail, token, user, now }) => {
    if (token) sessions.end(token)
    void trail.later((db) => audit(db, now, user.username, 'signed out', ''))
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
  return done({ token: context.sessions.begin(user, context.at), user: shownUser(user) })
}
