import { type Kysely, sql } from 'kysely'

/** Who usually pays for a customer: a parent, an employer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table customers add column usual_payer integer references customers (id)`.execute(db)
}
