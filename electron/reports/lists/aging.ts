import { AGES, type Aging, type AgingRow } from '../../../shared/contract/activity-report.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { ageOf, daysBetween } from './ages.ts'
import { FUNDS_KINDS } from '../liability/liability-sums.ts'

/** What a report shows of its rows. */
export type AgingReport = Omit<Aging, 'left'>

/**
 * What customers owe on their packages at the end of a business date, by the age of the package and by the time since
 * the last money came in. Packages that a customer was removed from are owed nothing.
 */
export async function agingReport(db: ReadDb, asOf: BusinessDate): Promise<AgingReport> {
  const money = new Map((await moneyAt(db, asOf)).map((row) => [row.owner, row]))
  const paidOn = new Map((await lastPayments(db, asOf)).map(({ owner, date }) => [owner, date]))
  const rows: AgingRow[] = []
  for (const pack of await packagesAt(db, asOf)) {
    const { paid = 0, drawn = 0, price = 0, used = 0 } = money.get(pack.id) ?? {}
    const owed = price - paid
    if (owed === 0) continue
    const lastPayment = paidOn.get(pack.id)
    rows.push({
      ref: pack.ref,
      customerNumber: pack.number,
      customerName: pack.customer,
      package: pack.code,
      packageName: pack.name,
      added: businessDate(pack.added),
      lastPayment: lastPayment === undefined ? null : businessDate(lastPayment),
      price: cents(price),
      paid: cents(paid),
      owed: cents(owed),
      funds: cents(paid - drawn),
      toPay: cents(price - used - (paid - drawn)),
      daysSinceAdded: daysBetween(pack.added, asOf),
      daysSincePayment: daysBetween(lastPayment ?? pack.added, asOf),
    })
  }
  return {
    sinceAdded: buckets(rows, ({ daysSinceAdded }) => daysSinceAdded),
    sincePayment: buckets(rows, ({ daysSincePayment }) => daysSincePayment),
    total: { packages: rows.length, owed: cents(rows.reduce((sum, { owed }) => sum + owed, 0)) },
    rows,
  }
}

/** Customer packages that were there on a day and that nobody was removed from by then, oldest first. */
function packagesAt(db: ReadDb, asOf: BusinessDate) {
  return db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'p.added', 'c.number', 'c.name as customer', 'k.code', 'k.name'])
    .where('p.added', '<=', asOf)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('history as h')
            .innerJoin('entries as e', 'e.number', 'h.entry_number')
            .select('h.entry_number')
            .whereRef('h.customer_package_id', '=', 'p.id')
            .where('h.action', '=', 'removed_from_package')
            .where('e.date', '<=', asOf)
            // A removal that was undone by then is none.
            .where(({ not: isNot, exists: isThere, selectFrom: within }) =>
              isNot(
                isThere(
                  within('history as r')
                    .innerJoin('entries as f', 'f.number', 'r.entry_number')
                    .select('r.entry_number')
                    .whereRef('r.customer_package_id', '=', 'p.id')
                    .whereRef('r.entry_number', '>', 'h.entry_number')
                    .where('r.action', '=', 'returned_to_package')
                    .where('f.date', '<=', asOf),
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy('p.added')
    .orderBy('p.id')
    .execute()
}

function moneyAt(db: ReadDb, asOf: BusinessDate) {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select('a.owner')
    .select(({ eb, fn, val }) => {
      const sumOf = (kind: string) =>
        fn.sum<number>(eb.case().when('a.kind', '=', kind).then(eb.ref('p.amount')).else(val(0)).end())
      // What the lines included then: lapsing lowers the price later.
      const price = eb.neg(sumOf('line_included')).as('price')
      const money = [eb.neg(sumOf('package_paid')).as('paid'), sumOf('package_drawn').as('drawn')] as const
      return [...money, price, sumOf('line_used').as('used')]
    })
    .where('a.kind', 'in', [...FUNDS_KINDS, 'line_included', 'line_used'])
    .where('e.date', '<=', asOf)
    .groupBy('a.owner')
    .execute()
}

function lastPayments(db: ReadDb, asOf: BusinessDate) {
  return db
    .selectFrom('history as h')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .select('h.customer_package_id as owner')
    .select(({ fn }) => fn.max<string>('e.date').as('date'))
    .where('h.action', 'in', ['package_payment', 'transfer_in'])
    .where('e.date', '<=', asOf)
    .groupBy('h.customer_package_id')
    .execute()
}

function buckets(rows: readonly AgingRow[], daysOf: (row: AgingRow) => number): Aging['sinceAdded'] {
  return AGES.map((age) => {
    const own = rows.filter((row) => ageOf(daysOf(row)) === age)
    return { age, packages: own.length, owed: cents(own.reduce((sum, { owed }) => sum + owed, 0)) }
  })
}
