import { type Kysely, sql } from 'kysely'

/** Statements that were issued: what they are about, the entry that they rest on, and the digest of their numbers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table statements (
      id integer primary key,
      about text not null check (json_valid(about)),
      customer_id integer not null references customers (id),
      date text not null,
      issued_at integer not null,
      user_id integer references users (id),
      head_entry integer not null,
      head_hash text not null,
      digest text not null
    ) strict`.execute(db)
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`statements_refuse_${change}`)} before ${sql.raw(change)} on statements
      begin select raise(abort, 'issued statements are append-only'); end`.execute(db)
  }
}
