import type { Customer, OwnStudent } from '../../../shared/contract/customers.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { asCustomers } from '../../billing/customer-store.ts'
import type { ReadDb } from '../../storage/database.ts'

/** The customers whose overviews were given to a user, by name, with their hours; of a customer the own one. */
export async function ownStudents(
  db: ReadDb,
  user: { readonly id: number; readonly customer: string | null },
): Promise<OwnStudent[]> {
  const customers = await customersOf(db, user)
  const hours = Map.groupBy(await hoursOf(db, customers), ({ number }) => number)
  return customers.map((customer) => ({
    ...customer,
    hours: (hours.get(customer.number) ?? []).map((line) => ({
      package: line.ref,
      name: line.name,
      remaining: hundredths(Number(line.remaining)),
    })),
  }))
}

/** What is left of each hour type of the active packages of some customers, what is pending included. */
async function hoursOf(db: ReadDb, customers: readonly Customer[]) {
  if (customers.length === 0) return []
  return db
    .selectFrom('package_list as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('accounts as a', 'a.owner', 'p.id')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .innerJoin('catalogue as k', 'k.code', 'a.commodity')
    .select(['c.number', 'p.ref', 'k.name'])
    .select(({ fn }) => fn.sum<number>('b.quantity').as('remaining'))
    .where(
      'c.number',
      'in',
      customers.map(({ number }) => number),
    )
    .where('l.status', '=', 'active')
    .where('k.kind', '=', 'hour')
    .where('a.kind', 'in', ['line_available', 'line_pending'])
    .groupBy(['p.id', 'a.line'])
    .orderBy('p.id')
    .orderBy('a.line')
    .execute()
}

async function customersOf(
  db: ReadDb,
  user: { readonly id: number; readonly customer: string | null },
): Promise<Customer[]> {
  const { customer } = user
  const given = db.selectFrom('dashboard_access').select('customer_id').where('user_id', '=', user.id)
  const rows = await db
    .selectFrom('customers as c')
    .selectAll('c')
    .where(({ or, eb }) => or([eb('c.id', 'in', given), eb('c.number', '=', customer ?? '')]))
    .orderBy('c.name')
    .execute()
  return asCustomers(db, rows)
}
