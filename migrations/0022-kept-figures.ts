import { type Kysely, sql } from 'kysely'

/**
 * What readings would otherwise go through the whole school for: the last entry of each action, the least hours left
 * on a line that was begun, and indexes of what is few among much.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table latest_entries (
      action text primary key,
      entry_number integer not null references entries (number) deferrable initially deferred
    ) strict, without rowid`.execute(db)
  await sql`
    insert into latest_entries (action, entry_number)
    select action, max(number) from entries
    where action not in ('takeover', 'erase') and action not like 'record|_%' escape '|'
    group by action`.execute(db)

  await sql`
    create index entries_of_prices on entries (number)
    where action in ('record_catalogue', 'record_package', 'takeover')`.execute(db)

  await sql`alter table package_list add column least_hours integer`.execute(db)
  await sql`
    update package_list set least_hours = (
      select min(remaining) from (
        select
          sum(case when a.kind in ('line_available', 'line_pending') then b.quantity else 0 end) as remaining,
          sum(b.quantity) as included
        from customer_package_lines l
        join catalogue c on c.code = l.code
        join accounts a on a.owner = l.customer_package_id and a.line = l.line
        join account_balances b on b.account_id = a.id
        where l.customer_package_id = package_list.customer_package_id
          and c.kind = 'hour' and a.kind in ('line_available', 'line_pending', 'line_used')
        group by l.line
      ) where included > 0 and remaining <> included
    )`.execute(db)
  await sql`
    create index package_list_by_least_hours on package_list (status, least_hours)
    where least_hours is not null`.execute(db)
  await sql`create index package_list_below_zero on package_list (status) where funds < 0`.execute(db)
  await sql`create index customers_by_active on customers (active, number)`.execute(db)
  await sql`create index invoices_by_status on invoices (status)`.execute(db)
  await sql`
    create index invoices_unsettled on invoices (customer_id)
    where status in ('open', 'partially_paid')`.execute(db)
  await sql`
    create index audit_list_of_resets on audit_list (id)
    where event = 'password reset on the computer'`.execute(db)
}
