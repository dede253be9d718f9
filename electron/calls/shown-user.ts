import type { SignedInUser } from '../../shared/contract/session.ts'
import type { User } from '../people/users-store.ts'

/** A user as the own window knows it. */
export function shownUser({ username, name, role, permissions, customer, hasPin }: User): SignedInUser {
  return { username, name, role, permissions: [...permissions], customer, hasPin }
}
