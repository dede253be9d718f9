import { z } from 'zod'
import { tenderSchema } from '../../../shared/contract/values.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'

/** The number of the customer whom entries concern: by the packages, the invoice or the account in them. Empty: none. */
export async function customerOfEntries(db: ReadDb, from: number, to: number): Promise<string> {
  const byPackage = db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .where((eb) => eb.between('h.entry_number', from, to))
    .select((eb) => ['p.customer_id as customer', eb.lit<number>(1).as('place')])
  const byInvoice = db
    .selectFrom('entries as e')
    .innerJoin('invoices as i', 'i.ref', 'e.ref')
    .where((eb) => eb.between('e.number', from, to))
    .where('e.action', 'like', 'invoice%')
    .select((eb) => ['i.customer_id as customer', eb.lit<number>(2).as('place')])
  const byAccount = db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .where((eb) => eb.between('p.entry_number', from, to))
    .where('a.kind', '=', 'customer_account')
    .select((eb) => ['a.owner as customer', eb.lit<number>(3).as('place')])
  const concerned = await db
    .selectFrom(byPackage.unionAll(byInvoice).unionAll(byAccount).as('found'))
    .innerJoin('customers as c', 'c.id', 'found.customer')
    .select('c.number')
    .orderBy('found.place')
    .limit(1)
    .executeTakeFirst()
  return concerned?.number ?? ''
}

/** The name of a customer; empty where the school has none of this number. */
export async function customerName(db: ReadDb, number: string): Promise<string> {
  const row = await db.selectFrom('customers').select('name').where('number', '=', number).executeTakeFirst()
  return row?.name ?? ''
}

/** The name of each user by the id. */
export async function userNames(db: ReadDb): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('users').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How a user signs in; empty where the school has none of this id. */
export async function usernameOf(db: ReadDb, id: number): Promise<string> {
  const user = await db.selectFrom('users').select('username').where('id', '=', id).executeTakeFirst()
  return user?.username ?? ''
}

/** Whether the ledger of this school has an entry of this number and hash, in hexadecimal digits. */
export async function hasEntry(db: ReadDb, number: number, hash: string): Promise<boolean> {
  const row = await db.selectFrom('entries').select('hash').where('number', '=', number).executeTakeFirst()
  return row !== undefined && Buffer.from(row.hash).toString('hex') === hash
}

/** `customer`: of a package payment who paid, where that was somebody else; of a deposit whose account it is */
const paymentSchema = z.object({
  given: z.object({ amount: z.int(), method: tenderSchema, customer: z.string().default('') }),
})

/** A package payment or a deposit by its reference: what was paid how, when and by whom; null where there is none. */
export async function paymentOf(db: ReadDb, ref: string) {
  const row = await db
    .selectFrom('entries')
    .select(['action', 'date', 'document'])
    .where('ref', '=', ref)
    .where('action', 'in', ['package_payment', 'account_deposit'])
    .executeTakeFirst()
  const kept = paymentSchema.safeParse(JSON.parse(row?.document ?? 'null')).data
  if (!row || !kept) return null
  const { amount, method, customer } = kept.given
  const payer = row.action === 'package_payment' ? customer : ''
  return { amount: cents(amount), method, payer, date: businessDate(row.date) }
}
