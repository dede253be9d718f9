import { type Kysely, sql } from 'kysely'

/** What processors and banks report: their files line by line, and which lines belong to which payments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconcile_sources (
      id integer primary key,
      name text not null unique,
      tenders text not null check (json_valid(tenders)),
      mapping text not null check (json_valid(mapping))
    ) strict`.execute(db)
  await sql`
    create table reconcile_files (
      id integer primary key,
      source_id integer not null references reconcile_sources (id),
      name text not null,
      user_id integer not null references users (id),
      taken_at integer not null
    ) strict`.execute(db)
  await sql`
    create table reconcile_lines (
      id integer primary key,
      file_id integer not null references reconcile_files (id),
      source_id integer not null references reconcile_sources (id),
      row integer not null,
      part_of integer references reconcile_lines (id),
      split integer not null check (split in (0, 1)),
      date text not null,
      amount integer not null,
      fee integer not null,
      reference text not null,
      name text not null,
      text text not null,
      payout text not null,
      fingerprint text,
      unique (source_id, fingerprint)
    ) strict`.execute(db)
  await sql`create index reconcile_lines_by_date on reconcile_lines (source_id, date)`.execute(db)
  await sql`create index reconcile_lines_by_file on reconcile_lines (file_id)`.execute(db)
  await sql`
    create table reconcile_settlements (
      id integer primary key,
      source_id integer not null references reconcile_sources (id),
      kind text not null check (kind in ('matched', 'not_ours')),
      difference integer not null,
      note text not null,
      user_id integer not null references users (id),
      settled_at integer not null
    ) strict`.execute(db)
  await sql`
    create table reconcile_settled_lines (
      settlement_id integer not null references reconcile_settlements (id),
      line_id integer not null references reconcile_lines (id),
      primary key (settlement_id, line_id)
    ) strict, without rowid`.execute(db)
  await sql`create index reconcile_settled_lines_by_line on reconcile_settled_lines (line_id)`.execute(db)
  await sql`
    create table reconcile_settled_payments (
      settlement_id integer not null references reconcile_settlements (id),
      entry_number integer not null references entries (number),
      tender text not null,
      primary key (settlement_id, entry_number, tender)
    ) strict, without rowid`.execute(db)
  await sql`create index reconcile_settled_payments_by_entry on reconcile_settled_payments (entry_number)`.execute(db)
  await sql`
    create table reconcile_reopenings (
      settlement_id integer primary key references reconcile_settlements (id),
      user_id integer not null references users (id),
      reopened_at integer not null
    ) strict`.execute(db)
  await sql`
    create table reconcile_rejections (
      source_id integer not null references reconcile_sources (id),
      pair text not null,
      primary key (source_id, pair)
    ) strict, without rowid`.execute(db)
  const settled = ['settlements', 'settled_lines', 'settled_payments', 'reopenings'].map((name) => `reconcile_${name}`)
  for (const table of settled) {
    for (const change of ['update', 'delete']) {
      await sql`
        create trigger ${sql.raw(`${table}_refuse_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
        begin select raise(abort, 'what was settled is append-only: it is opened again, not changed'); end`.execute(db)
    }
  }
}
