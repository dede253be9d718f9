import { refused, type Outcome, done } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { User } from '../people/users-store.ts'

/** Whether a caller may read a customer's papers: staff under Access Billing Tab, a customer the own ones. */
export function mayReadPapersOf(user: User, customerNumber: string): Outcome<null> {
  const may = (permission: User['permissions'][number]) => user.permissions.includes(permission)
  if (may('Access Billing Tab')) return done(null)
  const own = user.customer !== null && user.customer === customerNumber
  if (own && may('View Own Transaction History')) return done(null)
  return notOwnPaper()
}

export function notOwnPaper(): Outcome<never> {
  return refused('not_permitted', say('papers.notOwn'), { remedy: say('papers.notOwnRemedy') })
}
