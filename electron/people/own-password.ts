import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { Moment } from './moment.ts'
import { signIn, type Door } from './sign-in.ts'

/**
 * Whether somebody at a desk is its user still: asked before one's own password or PIN is changed. Wrong ones count
 * like those at the sign-in. Refused: wrong_credentials, locked_out.
 */
export async function confirmPresent(
  door: Door,
  username: string,
  password: string,
  at: Moment,
): Promise<Outcome<null>> {
  const confirmed = await signIn(door, username, password, at, 'password confirmed')
  if (confirmed.ok) return done(null)
  const { failure } = confirmed
  if (failure.code !== 'wrong_credentials') return { ok: false, failure: { ...failure, field: 'presentPassword' } }
  return refused('wrong_credentials', say('people.wrong_present_password'), {
    remedy: say('people.wrong_present_password_remedy'),
    field: 'presentPassword',
  })
}
