import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { CUSTOMER_KINDS, INVOICE_KINDS, PACKAGE_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'

/** Whose data it is, by everything that is the person's own. */
export interface Whose {
  readonly number: string
  readonly name: string
  /** the customer's id, and those of records that were merged into it */
  readonly customers: readonly number[]
  readonly users: readonly { readonly id: number; readonly username: string }[]
  readonly packages: readonly number[]
  readonly invoices: readonly number[]
}

/** Who a number stands for; of a merged record the one that it became. Refused: not_found. */
export async function whoseNumber(db: ReadDb, number: string): Promise<Outcome<Whose>> {
  let customer = await db.selectFrom('customers').selectAll().where('number', '=', number).executeTakeFirst()
  if (!customer)
    return refused('not_found', say('records.no_customer', { number }), {
      field: 'number',
      remedy: say('records.not_there_remedy'),
    })
  while (customer.merged_into !== null)
    customer = await db
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', customer.merged_into)
      .executeTakeFirstOrThrow()
  const customers = [customer.id, ...(await mergedInto(db, [customer.id]))]
  const users = await db.selectFrom('users').select(['id', 'username']).where('customer_id', 'in', customers).execute()
  const packages = await db.selectFrom('customer_packages').select('id').where('customer_id', 'in', customers).execute()
  const invoices = await db.selectFrom('invoices').select('id').where('customer_id', 'in', customers).execute()
  return done({
    number: customer.number,
    name: customer.name,
    customers,
    users,
    packages: packages.map(({ id }) => id),
    invoices: invoices.map(({ id }) => id),
  })
}

/** Records that were merged into these, and into those again. */
async function mergedInto(db: ReadDb, ids: readonly number[]): Promise<number[]> {
  const rows = await db.selectFrom('customers').select('id').where('merged_into', 'in', ids).execute()
  const found = rows.map(({ id }) => id)
  return found.length === 0 ? [] : [...found, ...(await mergedInto(db, found))]
}

/** The ids of the ledger's accounts that are the person's own: the account, the packages and the invoices. */
export function ownAccounts(db: ReadDb, { customers, packages, invoices }: Whose) {
  return db
    .selectFrom('accounts as a')
    .select('a.id')
    .where((eb) =>
      eb.or([
        eb.and([eb('a.kind', 'in', [...CUSTOMER_KINDS]), eb('a.owner', 'in', customers)]),
        eb.and([eb('a.kind', 'in', [...PACKAGE_KINDS]), eb('a.owner', 'in', packages)]),
        eb.and([eb('a.kind', 'in', [...INVOICE_KINDS]), eb('a.owner', 'in', invoices)]),
      ]),
    )
}
