import { type Kysely, sql } from 'kysely'

/**
 * The second edition of the billing rules: rates in time, agreed prices, last valid days, members, payers, reversals,
 * merged customers, cash rounding, adjustments, categories of hour types, addresses.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table school add column cash_step integer not null default 0 check (cash_step >= 0)`.execute(db)
  await sql`alter table catalogue add column category text not null default ''`.execute(db)
  await sql`alter table packages add column valid_months integer check (valid_months > 0)`.execute(db)
  await sql`alter table customers add column address text not null default ''`.execute(db)
  await sql`alter table customers add column merged_into integer references customers (id)`.execute(db)
  await sql`alter table customers add column merged_on text`.execute(db)
  await sql`create index customers_merged on customers (merged_into) where merged_into is not null`.execute(db)
  await sql`
    create table rates (
      code text not null references catalogue (code),
      from_date text not null,
      rate integer not null check (rate >= 0),
      tax_percent integer not null check (tax_percent >= 0),
      primary key (code, from_date)
    ) strict, without rowid`.execute(db)

  await sql`alter table customer_packages add column agreed_price integer`.execute(db)
  await sql`alter table customer_packages add column list_price integer`.execute(db)
  await sql`alter table customer_packages add column last_valid text`.execute(db)
  await sql`alter table customer_packages add column removed_on text`.execute(db)
  await sql`
    update customer_packages set removed_on = (
      select e.date from history h join entries e on e.number = h.entry_number
      where h.customer_package_id = customer_packages.id and h.action = 'removed_from_package'
    )`.execute(db)
  await sql`alter table customer_package_lines add column adjusted integer not null default 0`.execute(db)
  await sql`alter table package_list add column last_valid text`.execute(db)
  await sql`
    create index package_list_by_last_valid on package_list (last_valid, customer_package_id)
    where last_valid is not null`.execute(db)
  await sql`
    create table package_members (
      customer_package_id integer not null references customer_packages (id),
      customer_id integer not null references customers (id),
      from_date text not null,
      until_date text,
      primary key (customer_package_id, customer_id, from_date)
    ) strict, without rowid`.execute(db)
  await sql`create index package_members_by_customer on package_members (customer_id)`.execute(db)

  await sql`alter table invoices add column refunded_on text`.execute(db)
  await sql`alter table invoices add column reversed_on text`.execute(db)
  await sql`
    update invoices set refunded_on = (
      select max(e.date) from entries e where e.ref = invoices.ref and e.action = 'invoice_refund'
    )`.execute(db)
  await sql`alter table invoice_lines add column agreed integer not null default 0 check (agreed in (0, 1))`.execute(db)
  await sql`alter table invoice_payments add column payer_id integer references customers (id)`.execute(db)
  await sql`
    alter table invoice_payments add column reversed integer not null default 0 check (reversed in (0, 1))
  `.execute(db)
  await sql`create index invoice_payments_by_payer on invoice_payments (payer_id) where payer_id is not null`.execute(
    db,
  )

  await sql`
    create table undone (
      entry_number integer primary key references entries (number) deferrable initially deferred,
      by_entry integer not null references entries (number) deferrable initially deferred
    ) strict`.execute(db)
}
