import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { createCustomer, editCustomer } from '../../billing/customer-store.ts'
import type { User } from '../../people/users-store.ts'
import { mayOpenDashboard } from '../../people/dashboards-store.ts'
import { customerOverview, type OverviewAccess } from '../../reports/packages/customer-overview.ts'
import { customersPage } from '../../reports/lists/customers-list.ts'
import { likeCustomers } from '../../reports/lists/like-customers.ts'
import { ownStudents } from '../../reports/lists/own-students.ts'
import type { ReadDb } from '../../storage/database.ts'
import { signed, type Implementations } from '../implementation.ts'

export const customersImplementations: Implementations<`customers.${'list' | 'like' | 'mine' | 'overview' | 'create' | 'edit'}`> =
  {
    'customers.list': async ({ db }, input) => done(await customersPage(db, input)),
    'customers.like': async ({ db }, input) => done({ rows: await likeCustomers(db, input) }),
    'customers.mine': async ({ db, user }) => done({ rows: await ownStudents(db, user) }),
    'customers.overview': async ({ db, user, now }, { number }) => {
      const access = await overviewAccess(db, user, number)
      return access.ok ? customerOverview(db, number, access.value, now) : access
    },
    'customers.create': ({ db, user, now }, input) => createCustomer(db, signed(user, now), input),
    'customers.edit': ({ db, user, now }, input) => editCustomer(db, signed(user, now), input),
  }

/** What of an overview a caller may see: staff all of it, a customer the own one under the customer's permissions. */
async function overviewAccess(db: ReadDb, user: User, number: string): Promise<Outcome<OverviewAccess>> {
  const may = (permission: User['permissions'][number]) => user.permissions.includes(permission)
  const staff = may('View All Student Enrollments') || (await mayOpenDashboard(db, user.id, number))
  if (user.customer === number) {
    // Staff who are customers, too, keep what they may see as staff.
    const billing = staff && may('Access Billing Tab')
    return done({
      account: billing || may('View Own Balance'),
      money: billing || may('View Package Funds'),
      moneyOfOthers: billing,
      transactions: billing || may('View Own Transaction History'),
    })
  }
  if (staff) {
    const billing = may('Access Billing Tab')
    return done({ account: billing, money: billing, moneyOfOthers: billing, transactions: billing })
  }
  return refused('not_permitted', say('refused_calls.you_may_not_see_the_overview_of_this'), {
    remedy: say('refused_calls.ask_an_administrator_to_give_you'),
  })
}
