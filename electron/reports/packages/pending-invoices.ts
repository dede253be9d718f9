import { sql, type SqlBool } from 'kysely'
import type { ReadDb } from '../../storage/database.ts'

/**
 * On how many open or partially paid invoices each line of a customer package stands, by the line's place. Found among
 * the open invoices of those who may fly from it: of what was settled there may be any number.
 */
export async function pendingInvoices(db: ReadDb, ref: string): Promise<Map<number, number>> {
  const pack = await db
    .selectFrom('customer_packages')
    .select(['id', 'customer_id'])
    .where('ref', '=', ref)
    .executeTakeFirst()
  if (!pack) return new Map()
  const members = await db
    .selectFrom('package_members')
    .select('customer_id')
    .where('customer_package_id', '=', pack.id)
    .execute()
  const customers = [...new Set([pack.customer_id, ...members.map(({ customer_id }) => customer_id)])]
  const rows = await db
    .selectFrom('invoices as i')
    // A cross join is not reordered: the few open invoices first.
    .crossJoin('invoice_lines as l')
    .select(({ fn }) => ['l.package_line as line', fn.count<number>('i.id').distinct().as('invoices')])
    .where('i.customer_id', 'in', customers)
    .where(sql<SqlBool>`i.status in ('open', 'partially_paid')`)
    .whereRef('l.invoice_id', '=', 'i.id')
    .where('l.customer_package_id', '=', pack.id)
    .groupBy('l.package_line')
    .execute()
  return new Map(rows.map(({ line, invoices }) => [line ?? 0, Number(invoices)]))
}
