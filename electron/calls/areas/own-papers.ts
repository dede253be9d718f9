import { refused, type Outcome, done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { StatementOf } from '../../../shared/contract/statements.ts'
import type { User } from '../../people/users-store.ts'
import type { StatementShown } from '../../statements/statement-shown.ts'
import type { ReadDb } from '../../storage/database.ts'
import { customerOfPackage } from '../../billing/customer-package-store.ts'

/** Whether a caller may read a customer's papers: staff under Access Billing Tab, a customer the own ones. */
export function mayReadPapersOf(user: User, customerNumber: string): Outcome<null> {
  const may = (permission: User['permissions'][number]) => user.permissions.includes(permission)
  if (may('Access Billing Tab')) return done(null)
  const own = user.customer !== null && user.customer === customerNumber
  if (own && may('View Own Transaction History')) return done(null)
  return notOwnPaper()
}

/** What of the own statement a customer sees; staff all of it. */
export function shownOfStatement(user: User): StatementShown {
  const may = (permission: User['permissions'][number]) => user.permissions.includes(permission)
  const staff = may('Access Billing Tab')
  return { money: staff || may('View Package Funds'), account: staff || may('View Own Balance') }
}

/** Whether a caller may have a statement of a customer or a package. */
export async function mayReadStatementOf(db: ReadDb, user: User, about: StatementOf): Promise<Outcome<null>> {
  if (about.of === 'customer') return mayReadPapersOf(user, about.number)
  return mayReadPapersOf(user, (await customerOfPackage(db, about.ref)) ?? '')
}

export function notOwnPaper(): Outcome<never> {
  return refused('not_permitted', say('papers.notOwn'), { remedy: say('papers.notOwnRemedy') })
}
