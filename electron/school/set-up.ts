import type { SetUp } from '../../shared/contract/school.ts'
import type { ReadDb } from '../storage/database.ts'

/** What is there of what a school needs. Customers that were merged into another are none, and no user of the staff. */
export async function readSetUp(db: ReadDb): Promise<SetUp> {
  const { address } = await db.selectFrom('school').select('address').executeTakeFirstOrThrow()
  const kinds = await db.selectFrom('catalogue').select('kind').execute()
  const users = await db
    .selectFrom('users')
    .select('password')
    .where('active', '=', 1)
    .where('role', '!=', 'customer')
    .execute()
  const packages = await db
    .selectFrom('packages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('active', '=', 1)
    .executeTakeFirstOrThrow()
  const customers = await db
    .selectFrom('customers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow()
  const broughtOver = await db
    .selectFrom('postings')
    .innerJoin('accounts', 'accounts.id', 'postings.account_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accounts.kind', '=', 'brought_over')
    .executeTakeFirstOrThrow()
  const hourTypes = kinds.filter(({ kind }) => kind === 'hour').length
  return {
    hasAddress: address.trim() !== '',
    hourTypes,
    items: kinds.length - hourTypes,
    packages: packages.count,
    customers: customers.count,
    users: users.length,
    usersWithoutPassword: users.filter(({ password }) => password === null).length,
    broughtOver: broughtOver.count,
  }
}
