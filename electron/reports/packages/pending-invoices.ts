import type { ReadDb } from '../../storage/database.ts'

/** On how many open or partially paid invoices each line of a customer package stands, by the line's place. */
export async function pendingInvoices(db: ReadDb, ref: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('customer_packages as p')
    .innerJoin('invoice_lines as l', 'l.customer_package_id', 'p.id')
    .innerJoin('invoices as i', 'i.id', 'l.invoice_id')
    .select(({ fn }) => ['l.package_line as line', fn.count<number>('i.id').distinct().as('invoices')])
    .where('p.ref', '=', ref)
    .where('i.status', 'in', ['open', 'partially_paid'])
    .groupBy('l.package_line')
    .execute()
  return new Map(rows.map(({ line, invoices }) => [line ?? 0, Number(invoices)]))
}
