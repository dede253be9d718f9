import type { Access } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Permission } from '../../shared/permissions.ts'
import { say } from '../../shared/words/say.ts'
import type { User } from '../people/users-store.ts'

/** Why a caller may not make a call, or undefined where it may. The only place where access is decided. */
export function accessRefusal(access: Access, user: User | null): Failure | undefined {
  if (access === 'anyone') return undefined
  if (!user) {
    return {
      code: 'not_signed_in',
      message: say('refused_calls.you_are_not_signed_in_or_were_away'),
      remedy: say('refused_calls.sign_in_again'),
    }
  }
  if (access === 'signed_in') return undefined
  const needed: readonly Permission[] = typeof access === 'string' ? [access] : access
  const missing = needed.find((permission) => !user.permissions.includes(permission))
  if (missing === undefined) return undefined
  return {
    code: 'not_permitted',
    message: say('refused_calls.this_needs_the_permission_missing', { missing }),
    remedy: say('refused_calls.ask_an_administrator_of_your_school'),
  }
}
