import { type Kysely, sql } from 'kysely'

/** What customers hold and were invoiced: frozen terms, invoices, and the Packages tab's rows kept beside the ledger. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table customer_packages (
      id integer primary key,
      ref text not null unique,
      customer_id integer not null references customers (id),
      package_id integer not null references packages (id),
      added text not null,
      price integer not null check (price >= 0)
    ) strict`.execute(db)
  await sql`create index customer_packages_by_customer on customer_packages (customer_id, package_id)`.execute(db)
  await sql`create index customer_packages_by_package on customer_packages (package_id)`.execute(db)
  await sql`
    create table customer_package_lines (
      customer_package_id integer not null references customer_packages (id),
      line integer not null,
      code text not null references catalogue (code),
      rate integer not null check (rate >= 0),
      tax_percent integer not null check (tax_percent >= 0),
      primary key (customer_package_id, line)
    ) strict, without rowid`.execute(db)

  await sql`
    create table package_list (
      customer_package_id integer primary key references customer_packages (id),
      customer_id integer not null references customers (id),
      customer_sort text not null,
      package_sort text not null,
      status text not null check (status in ('active', 'completed', 'removed')),
      hours_included integer not null,
      hours_remaining integer not null,
      price integer not null,
      paid integer not null,
      owed integer not null,
      funds integer not null,
      last_activity text not null
    ) strict`.execute(db)
  await sql`create index package_list_by_owner on package_list (customer_id)`.execute(db)
  // One index a sort, by status: a page of all statuses merges three of them.
  const sorts = ['customer_sort', 'package_sort', 'hours_remaining', 'price', 'paid', 'owed', 'last_activity']
  for (const sort of sorts) {
    await sql`
      create index ${sql.raw(`package_list_by_${sort}`)} on package_list (status, ${sql.ref(sort)}, customer_package_id)
    `.execute(db)
  }

  await sql`
    create table invoices (
      id integer primary key,
      ref text not null unique,
      customer_id integer not null references customers (id),
      date text not null,
      total integer not null check (total >= 0),
      status text not null,
      entry_number integer not null references entries (number) deferrable initially deferred
    ) strict`.execute(db)
  await sql`create index invoices_by_customer on invoices (customer_id)`.execute(db)
  await sql`
    create table invoice_lines (
      invoice_id integer not null references invoices (id),
      line integer not null,
      customer_package_id integer references customer_packages (id),
      package_line integer,
      code text not null references catalogue (code),
      quantity integer not null check (quantity > 0),
      rate integer not null check (rate >= 0),
      tax_percent integer not null check (tax_percent >= 0),
      amount integer not null check (amount >= 0),
      refunded_quantity integer not null check (refunded_quantity between 0 and quantity),
      refunded_amount integer not null check (refunded_amount between 0 and amount),
      primary key (invoice_id, line)
    ) strict, without rowid`.execute(db)
  await sql`
    create table invoice_payments (
      invoice_id integer not null references invoices (id),
      payment integer not null,
      entry_number integer not null references entries (number) deferrable initially deferred,
      tender text not null,
      amount integer not null check (amount >= 0),
      failed integer not null check (failed in (0, 1)),
      refunded integer not null check (refunded between 0 and amount),
      primary key (invoice_id, payment)
    ) strict, without rowid`.execute(db)
}
