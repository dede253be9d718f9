import type { ReadDb } from '../../storage/database.ts'

/** The number of the customer whom entries concern: by the packages, the account or the invoice in them. Empty: none. */
export async function customerOfEntries(db: ReadDb, from: number, to: number): Promise<string> {
  const byPackage = await db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .select('c.number')
    .where('h.entry_number', '>=', from)
    .where('h.entry_number', '<=', to)
    .limit(1)
    .executeTakeFirst()
  if (byPackage) return byPackage.number
  const byInvoice = await db
    .selectFrom('entries as e')
    .innerJoin('invoices as i', 'i.ref', 'e.ref')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .select('c.number')
    .where('e.number', '>=', from)
    .where('e.number', '<=', to)
    .where('e.action', 'like', 'invoice%')
    .limit(1)
    .executeTakeFirst()
  if (byInvoice) return byInvoice.number
  const byAccount = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('customers as c', 'c.id', 'a.owner')
    .select('c.number')
    .where('p.entry_number', '>=', from)
    .where('p.entry_number', '<=', to)
    .where('a.kind', '=', 'customer_account')
    .limit(1)
    .executeTakeFirst()
  return byAccount?.number ?? ''
}
