import { type Kysely, sql } from 'kysely'

/** The school: its catalogue, packages, customers, and the people who work with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table school (
      id integer primary key check (id = 1),
      name text not null,
      currency text not null,
      minor_digits integer not null check (minor_digits between 0 and 4),
      time_zone text not null,
      locale text not null,
      address text not null,
      demonstration integer not null check (demonstration in (0, 1)),
      funds_below_zero integer not null check (funds_below_zero in (0, 1))
    ) strict`.execute(db)

  await sql`
    create table catalogue (
      id integer primary key,
      code text not null unique,
      name text not null,
      kind text not null check (kind in ('hour', 'product', 'service')),
      rate integer not null check (rate >= 0),
      tax_percent integer not null check (tax_percent >= 0),
      active integer not null check (active in (0, 1))
    ) strict`.execute(db)

  await sql`
    create table packages (
      id integer primary key,
      code text not null unique,
      name text not null,
      active integer not null check (active in (0, 1))
    ) strict`.execute(db)
  await sql`
    create table package_lines (
      package_id integer not null references packages (id),
      line integer not null,
      code text not null references catalogue (code),
      quantity integer not null check (quantity > 0),
      rate integer not null check (rate >= 0),
      primary key (package_id, line),
      unique (package_id, code)
    ) strict, without rowid`.execute(db)

  await sql`
    create table customers (
      id integer primary key,
      number text not null unique,
      name text not null,
      email text not null,
      phone text not null,
      active integer not null check (active in (0, 1))
    ) strict`.execute(db)

  await sql`
    create table users (
      id integer primary key,
      username text not null unique,
      name text not null,
      role text not null,
      password text,
      failed_attempts integer not null default 0,
      locked_until integer not null default 0,
      customer_id integer references customers (id),
      active integer not null default 1 check (active in (0, 1))
    ) strict`.execute(db)
  await sql`
    create table role_permissions (
      role text not null,
      permission text not null,
      primary key (role, permission)
    ) strict, without rowid`.execute(db)
  await sql`
    create table dashboard_access (
      user_id integer not null references users (id),
      customer_id integer not null references customers (id),
      primary key (user_id, customer_id)
    ) strict, without rowid`.execute(db)
  await sql`
    create table audit_list (
      id integer primary key,
      at integer not null,
      username text not null,
      event text not null,
      detail text not null
    ) strict`.execute(db)
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`audit_list_refuse_${change}`)} before ${sql.raw(change)} on audit_list
      begin select raise(abort, 'the audit list is append-only'); end`.execute(db)
  }
}
