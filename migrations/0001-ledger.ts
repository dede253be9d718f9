import { type Kysely, sql } from 'kysely'

/** The ledger: entries, accounts, postings, balances beside them, and the answers to commands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entries (
      number integer primary key,
      date text not null,
      recorded_at integer not null,
      user_id integer not null,
      action text not null,
      ref text not null,
      note text not null,
      document text not null,
      hash blob not null check (length(hash) = 32)
    ) strict`.execute(db)
  await sql`create index entries_by_ref on entries (ref, action)`.execute(db)

  await sql`
    create table accounts (
      id integer primary key,
      kind text not null,
      owner integer not null,
      line integer not null,
      commodity text not null,
      opened_by integer not null references entries (number) deferrable initially deferred,
      unique (owner, kind, line)
    ) strict`.execute(db)
  await sql`create index accounts_by_opening on accounts (opened_by)`.execute(db)

  await sql`
    create table postings (
      entry_number integer not null references entries (number) deferrable initially deferred,
      place integer not null,
      account_id integer not null references accounts (id) deferrable initially deferred,
      quantity integer not null,
      amount integer not null,
      primary key (entry_number, place)
    ) strict, without rowid`.execute(db)
  await sql`create index postings_by_account on postings (account_id, entry_number)`.execute(db)

  await sql`
    create table account_balances (
      account_id integer primary key references accounts (id) deferrable initially deferred,
      quantity integer not null,
      amount integer not null
    ) strict`.execute(db)

  await sql`
    create table history (
      customer_package_id integer not null,
      entry_number integer not null references entries (number) deferrable initially deferred,
      action text not null,
      amount integer not null check (amount >= 0),
      primary key (customer_package_id, entry_number)
    ) strict, without rowid`.execute(db)
  await sql`create index history_by_entry on history (entry_number)`.execute(db)

  await sql`
    create table commands (
      id text primary key,
      call text not null,
      input_hash text not null,
      answer text not null,
      recorded_at integer not null
    ) strict, without rowid`.execute(db)

  for (const table of ['entries', 'accounts', 'postings', 'history', 'commands']) await appendOnly(db, table)
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`${table}_refuse_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
      begin select raise(abort, 'the ledger is append-only: a correction is a new entry'); end`.execute(db)
  }
}
