import type { WriteDb } from '../../storage/database.ts'
import type { MergedCustomer } from './recent.ts'

/** Writes that everything of one customer belongs to another: invoices and what was paid for others. Packages are written with their states. */
export async function writeMerge(db: WriteDb, { from, to, on }: MergedCustomer): Promise<void> {
  await db.updateTable('customers').set({ merged_into: to, merged_on: on }).where('id', '=', from).execute()
  await db.updateTable('invoices').set({ customer_id: to }).where('customer_id', '=', from).execute()
  await db.updateTable('invoice_payments').set({ payer_id: to }).where('payer_id', '=', from).execute()
}
