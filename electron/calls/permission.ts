import type { Access } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Permission } from '../../shared/permissions.ts'
import type { User } from '../people/users-store.ts'

/** Why a caller may not make a call, or undefined where it may. The only place where access is decided. */
export function accessRefusal(access: Access, user: User | null): Failure | undefined {
  if (access === 'anyone') return undefined
  if (!user) {
    return {
      code: 'not_signed_in',
      message: 'You are not signed in, or were away for too long.',
      remedy: 'Sign in again.',
    }
  }
  if (access === 'signed_in') return undefined
  const needed: readonly Permission[] = typeof access === 'string' ? [access] : access
  const missing = needed.find((permission) => !user.permissions.includes(permission))
  if (missing === undefined) return undefined
  return {
    code: 'not_permitted',
    message: `This needs the permission ${missing}, which your role does not have.`,
    remedy: 'Ask an administrator of your school for it.',
  }
}
