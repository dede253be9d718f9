import { type Kysely, sql } from 'kysely'

/** Who sent a command, and the PINs by which staff return to a desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commands add column user_id integer`.execute(db)
  await sql`create table pins (
    user_id integer primary key references users (id),
    kept text not null
  ) strict`.execute(db)
}
