import type { CallOutput } from '../../../shared/contract/index.ts'
import type { PaidFor } from '../../../shared/contract/customers.ts'
import { tenderSchema } from '../../../shared/contract/values.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents, sumCents, type Cents } from '../../../shared/money.ts'
import { customerOfPackage } from '../../billing/customer-package-store.ts'
import { usualPayerOf } from '../../billing/usual-payer-store.ts'
import type { ReadDb } from '../../storage/database.ts'

const MOST_ROWS = 200

export interface PaidForOthers {
  readonly rows: PaidFor[]
  readonly sums: { customerNumber: string; customerName: string; amount: Cents }[]
}

/** What a customer, under any of the numbers that were merged into this one, paid for others and still stands. */
export async function paidForOthers(db: ReadDb, number: string): Promise<PaidForOthers> {
  const payers = await numbersOf(db, number)
  const all = [...(await ofPackages(db, payers)), ...(await ofInvoices(db, payers))]
    .filter(({ amount, customerNumber }) => amount !== 0 && !payers.has(customerNumber))
    .toSorted((one, other) => other.entry - one.entry)
  const sums = [...Map.groupBy(all, ({ customerNumber }) => customerNumber)].map(([customerNumber, rows]) => ({
    customerNumber,
    customerName: rows[0]?.customerName ?? '',
    amount: sumCents(rows.map(({ amount }) => amount)),
  }))
  return { rows: all.slice(0, MOST_ROWS), sums }
}

/** Numbers and ids of the customer and of everybody who was merged into it. */
async function numbersOf(db: ReadDb, number: string): Promise<Map<string, number>> {
  const own = await db.selectFrom('customers').select(['id', 'number']).where('number', '=', number).executeTakeFirst()
  const found = new Map(own ? [[own.number, own.id]] : [])
  for (let into = own ? [own.id] : []; into.length > 0;) {
    const merged = await db.selectFrom('customers').select(['id', 'number']).where('merged_into', 'in', into).execute()
    for (const row of merged) found.set(row.number, row.id)
    into = merged.map(({ id }) => id)
  }
  return found
}

/** A package payment keeps its payer in what was said: every one is looked at, and read where a number may be there. */
async function ofPackages(db: ReadDb, payers: ReadonlyMap<string, number>): Promise<PaidFor[]> {
  if (payers.size === 0) return []
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('history as h', 'h.entry_number', 'e.number')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .leftJoin('undone as d', 'd.entry_number', 'e.number')
    .select(['e.number as entry', 'e.date', 'e.document', 'h.amount', 'p.ref', 'c.number', 'c.name'])
    .where('e.action', '=', 'package_payment')
    .where('h.action', '=', 'package_payment')
    .where('d.entry_number', 'is', null)
    .where(({ or, eb }) =>
      or([...payers.keys()].map((payer) => eb('e.document', 'like', `%"customer":${JSON.stringify(payer)}%`))),
    )
    .execute()
  return rows.flatMap(({ entry, date, document, amount, ref, number: customerNumber, name: customerName }) => {
    const { given } = JSON.parse(document) as { given: { customer?: string; method?: string } }
    if (given.customer === undefined || !payers.has(given.customer)) return []
    const method = tenderSchema.parse(given.method)
    const row = { entry, date: businessDate(date), customerNumber, customerName, ref, method, amount: cents(amount) }
    return [{ ...row, of: 'package' as const }]
  })
}

async function ofInvoices(db: ReadDb, payers: ReadonlyMap<string, number>): Promise<PaidFor[]> {
  if (payers.size === 0) return []
  const rows = await db
    .selectFrom('invoice_payments as p')
    .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.number as entry', 'e.date', 'p.tender', 'p.amount', 'p.refunded', 'i.ref', 'c.number', 'c.name'])
    .where('p.payer_id', 'in', [...payers.values()])
    .where('p.failed', '=', 0)
    .where('p.reversed', '=', 0)
    .execute()
  return rows.map(({ entry, date, tender, amount, refunded, ref, number: customerNumber, name: customerName }) => ({
    entry,
    date: businessDate(date),
    customerNumber,
    customerName,
    of: 'invoice' as const,
    ref,
    method: tenderSchema.parse(tender),
    amount: cents(amount - refunded),
  }))
}

/** Who paid into a customer package, where it was not its customer, as far as it stands; the most first. */
export async function payersOf(db: ReadDb, ref: string): Promise<CallOutput<'packages.payers'>> {
  const owner = await customerOfPackage(db, ref)
  return {
    payers: await payersInto(db, ref),
    usual: owner === undefined ? null : await usualPayerOf(db, owner),
  }
}

async function payersInto(db: ReadDb, ref: string): Promise<{ number: string; name: string; amount: Cents }[]> {
  const rows = await db
    .selectFrom('customer_packages as p')
    .innerJoin('history as h', 'h.customer_package_id', 'p.id')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .leftJoin('undone as d', 'd.entry_number', 'e.number')
    .select(['e.document', 'h.amount'])
    .where('p.ref', '=', ref)
    .where('h.action', '=', 'package_payment')
    .where('d.entry_number', 'is', null)
    .execute()
  const sums = new Map<string, number>()
  for (const { document, amount } of rows) {
    const { given } = JSON.parse(document) as { given: { customer?: string } }
    if (given.customer !== undefined) sums.set(given.customer, (sums.get(given.customer) ?? 0) + amount)
  }
  if (sums.size === 0) return []
  const names = await db
    .selectFrom('customers')
    .select(['number', 'name'])
    .where('number', 'in', [...sums.keys()])
    .execute()
  return names
    .map(({ number, name }) => ({ number, name, amount: cents(sums.get(number) ?? 0) }))
    .toSorted((one, other) => other.amount - one.amount)
}
