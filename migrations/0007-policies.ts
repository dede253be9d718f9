import { type Kysely, sql } from 'kysely'

/** What the school has settled for itself beyond its terms, by name, as JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policies (name text primary key, value text not null check (json_valid(value))) strict`.execute(
    db,
  )
}
