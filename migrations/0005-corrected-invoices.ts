import { type Kysely, sql } from 'kysely'

/** A corrected invoice names the voided one that it replaces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table invoices add column corrects integer references invoices (id)`.execute(db)
  await sql`create index invoices_by_corrected on invoices (corrects) where corrects is not null`.execute(db)
}
