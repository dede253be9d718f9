import { invoiceStatusSchema, type InvoiceStatus } from '../../../shared/contract/values.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { preparedValues } from '../../storage/prepared.ts'

export interface InvoiceBalance {
  readonly ref: string
  readonly customer: string
  readonly total: Cents
  readonly status: InvoiceStatus
}

/** The invoices of one customer, by ref. */
export async function invoicesOf(db: ReadDb, customer: string): Promise<InvoiceBalance[]> {
  const rows = await db
    .selectFrom('invoices as i')
    .innerJoin('customers as c', 'c.id', 'i.customer_id')
    .select(['i.ref', 'c.number', 'i.total', 'i.status'])
    .where('c.number', '=', customer)
    .orderBy('i.ref')
    .execute()
  return rows.map(({ ref, number, total, status }) => ({
    ref,
    customer: number,
    total: cents(total),
    status: statusOf(status),
  }))
}

/** Invoices that are read at once, by their ids. */
const PART = 20_000

/**
 * Every invoice, by ref. They are read in the order in which they lie and put into that of their refs afterwards: an
 * index of their refs alone is short, and looking each up by it takes twice as long.
 * @param numbers of customers, by id
 */
export async function everyInvoice(
  db: ReadDb,
  numbers: ReadonlyMap<number, string>,
): Promise<Iterable<InvoiceBalance>> {
  // A column each, because so many rows would be as many objects.
  const columns = {
    refs: [] as string[],
    numbers: [] as string[],
    totals: [] as number[],
    statuses: [] as InvoiceStatus[],
  }
  const places = new Map<number, number>()
  const last = (await lastInvoice(db, {}))[0]?.[0] ?? 0
  for (let after = 0; after < last; after += PART) {
    for (const [id, ref, customer, total, status] of await invoicesBetween(db, { after, to: after + PART })) {
      places.set(id, columns.refs.length)
      columns.refs.push(ref)
      columns.numbers.push(numbers.get(customer) ?? insist(ref))
      columns.totals.push(total)
      columns.statuses.push(statusOf(status))
    }
  }
  const order = await idsByRef(db, {})
  return inOrder(
    columns,
    order.map(([id]) => places.get(id) ?? insist(String(id))),
  )
}

function insist(invoice: string): never {
  throw new Error(`invoice ${invoice} has no customer, or stands in no order`)
}

interface Columns {
  readonly refs: readonly string[]
  readonly numbers: readonly string[]
  readonly totals: readonly number[]
  readonly statuses: readonly InvoiceStatus[]
}

function* inOrder({ refs, numbers, totals, statuses }: Columns, order: readonly number[]): Generator<InvoiceBalance> {
  for (const place of order) {
    const [ref, customer, total, status] = [refs[place], numbers[place], totals[place], statuses[place]]
    if (ref === undefined || customer === undefined || total === undefined || status === undefined)
      insist(String(place))
    else yield { ref, customer, total: cents(total), status }
  }
}

function statusOf(status: string): InvoiceStatus {
  return STATUSES.get(status) ?? invoiceStatusSchema.parse(status)
}

const STATUSES = new Map<string, InvoiceStatus>(invoiceStatusSchema.options.map((status) => [status, status]))

type InvoiceRow = readonly [id: number, ref: string, customer: number, total: number, status: string]
const invoicesBetween = preparedValues<InvoiceRow, 'after' | 'to'>(['after', 'to'], (db, { after, to }) =>
  db
    .selectFrom('invoices')
    .select(['id', 'ref', 'customer_id', 'total', 'status'])
    .where('id', '>', after)
    .where('id', '<=', to),
)

const lastInvoice = preparedValues<readonly [id: number | null], never>([], (db) =>
  db.selectFrom('invoices').select(({ fn }) => fn.max('id').as('last')),
)

const idsByRef = preparedValues<readonly [id: number], never>([], (db) =>
  db.selectFrom('invoices').select('id').orderBy('ref'),
)
