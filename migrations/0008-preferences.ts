import { type Kysely, sql } from 'kysely'

/** What a user has settled for the own windows, by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table preferences (
    user_id integer not null references users (id),
    name text not null,
    value text not null,
    primary key (user_id, name)
  ) strict, without rowid`.execute(db)
}
