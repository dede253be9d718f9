import { type Kysely, sql } from 'kysely'

/** Closed days and periods, what reopened them, and what the verifications in the background found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table closings (
      id integer primary key,
      from_date text not null,
      to_date text not null check (to_date >= from_date),
      user_id integer not null references users (id),
      closed_at integer not null,
      last_entry integer not null,
      document text not null check (json_valid(document))
    ) strict`.execute(db)
  await sql`create index closings_by_end on closings (to_date, from_date)`.execute(db)
  await sql`
    create table closing_reopenings (
      closing_id integer primary key references closings (id),
      user_id integer not null references users (id),
      reopened_at integer not null,
      last_entry integer not null,
      reason text not null check (length(reason) > 0)
    ) strict`.execute(db)
  for (const table of ['closings', 'closing_reopenings']) {
    for (const change of ['update', 'delete']) {
      await sql`
        create trigger ${sql.raw(`${table}_refuse_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
        begin select raise(abort, 'closings are append-only: a closed period is reopened, not changed'); end`.execute(
        db,
      )
    }
  }
  await sql`
    create table verification_runs (
      id integer primary key,
      finished_at integer not null,
      milliseconds integer not null,
      user_id integer references users (id),
      ok integer not null check (ok in (0, 1)),
      checks text not null check (json_valid(checks))
    ) strict`.execute(db)
}
