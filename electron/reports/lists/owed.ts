import { AGES, type Age } from '../../../shared/contract/activity-report.ts'
import type { Owed, OwedCustomer, OwedRow } from '../../../shared/contract/owed.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { CUSTOMER_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { accountBalances } from '../packages/account-balances.ts'
import { ageOf, daysBetween } from './ages.ts'
import { agingReport } from './aging.ts'
import { openInvoices } from './open-invoices-store.ts'

/** What a report shows of its rows. */
export type OwedReport = Omit<Owed, 'left' | 'leftCustomers'>

/**
 * Everything that customers owe the school at the end of a business date: invoices that are not paid, and packages of
 * which the price is not. By age, by customer with the credit beside it, and each of them. An account below zero is
 * owed, too, and stands with its customer.
 */
export async function owedReport(db: ReadDb, asOf: BusinessDate): Promise<OwedReport> {
  const people = new Map(
    (await db.selectFrom('customers').select(['id', 'number', 'name', 'email', 'phone']).execute()).map((row) => [
      row.number,
      row,
    ]),
  )
  const byId = new Map([...people.values()].map((row) => [row.id, row]))
  const invoices = (await openInvoices(db, { asOf, head: null, customerId: null })).flatMap((invoice): OwedRow[] => {
    const customer = byId.get(invoice.customerId)
    if (!customer || invoice.due <= 0) return []
    const { ref, date, total, due } = invoice
    const words = { packageName: '', customerNumber: customer.number, customerName: customer.name }
    return [
      { of: 'invoice', ref, ...words, date, days: daysBetween(date, asOf), amount: total, owed: due, toPay: null },
    ]
  })
  const packages = (await agingReport(db, asOf)).rows.map((row): OwedRow => ({
    of: 'package',
    ref: row.ref,
    packageName: row.packageName,
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    date: row.added,
    days: row.daysSinceAdded,
    amount: row.price,
    owed: row.owed,
    toPay: row.toPay,
  }))
  const rows = [...invoices, ...packages].toSorted(
    (one, other) => other.days - one.days || (one.ref < other.ref ? -1 : 1),
  )
  const credits = await accountBalances(db, { kinds: CUSTOMER_KINDS, asOf })
  const creditOf = new Map(credits.map(({ owner, amount }) => [owner, -amount]))
  const rowsOf = Map.groupBy(rows, ({ customerNumber }) => customerNumber)
  const customers = [...people.values()].flatMap((person) => {
    const [own, credit] = [rowsOf.get(person.number) ?? [], creditOf.get(person.id) ?? 0]
    return own.length > 0 || credit < 0 ? [owedBy(person, own, credit)] : []
  })
  return {
    ages: AGES.map((age) => bucket(age, rows)),
    total: {
      ...sums(rows),
      credit: sumCents(customers.map(({ credit }) => cents(Math.max(0, credit)))),
      belowZero: cents(customers.reduce((all, { credit }) => all + Math.max(0, -credit), 0)),
      toPay: sumCents(rows.flatMap(({ toPay }) => (toPay === null ? [] : [toPay]))),
    },
    customers: customers.toSorted((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1)),
    rows,
  }
}

function owedBy(
  { number, name, email, phone }: Pick<OwedCustomer, 'number' | 'name' | 'email' | 'phone'>,
  rows: readonly OwedRow[],
  credit: number,
): OwedCustomer {
  const oldestDays = Math.max(0, ...rows.map(({ days }) => days))
  return { number, name, email, phone, ...sums(rows), credit: cents(credit), oldestDays }
}

function bucket(age: Age, rows: readonly OwedRow[]): Owed['ages'][number] {
  return { age, ...sums(rows.filter(({ days }) => ageOf(days) === age)) }
}

function sums(rows: readonly OwedRow[]) {
  const sumOf = (of: OwedRow['of']) => rows.filter((row) => row.of === of).reduce((all, { owed }) => all + owed, 0)
  const [invoices, packages] = [sumOf('invoice'), sumOf('package')]
  return { invoices: cents(invoices), packages: cents(packages), total: cents(invoices + packages) }
}
