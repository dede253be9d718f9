import { TAKEN_BACK, takenBackSchema, type TakenBackRow } from '../../../shared/contract/activity-report.ts'
import type { Period } from '../../../shared/contract/liability.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { CUSTOMER_KINDS, TENDER_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'

const ON_INVOICES = ['invoice_void', 'invoice_delete', 'invoice_refund', 'invoice_payment_reversal']
const ON_PACKAGES = ['package_refund', 'remove_from_package', 'payment_reversal', 'lapse_package', 'adjust_hours']

/** Every void, deletion, refund, withdrawal and removal of a period, newest first. Failed withdrawals had no effect. */
export async function takenBackRows(db: ReadDb, period: Period): Promise<TakenBackRow[]> {
  const entries = await takenBackEntries(db, period)
  const money = new Map((await moneyBackOf(db, period)).map(({ entry, amount }) => [entry, amount]))
  const customers = await customersByNumber(db)
  return entries.flatMap((row) => {
    const { given } = JSON.parse(row.document) as { given: { customer?: string; status?: string } }
    if (given.status === 'failed') return []
    const customerNumber = row.invoiced ?? row.holder ?? given.customer ?? ''
    return [
      {
        entry: row.number,
        date: businessDate(row.date),
        recordedAt: new Date(row.recorded_at).toISOString(),
        user: row.user,
        action: takenBackSchema.parse(row.action),
        ref: row.pack ?? row.ref,
        customerNumber,
        customerName: customers.get(customerNumber) ?? '',
        money: cents(money.get(row.number) ?? 0),
        invoiceTotal: row.total === null ? null : cents(row.total),
        reason: row.note,
      },
    ]
  })
}

/** Each entry with the invoice that it names, or the customer package in its history. */
function takenBackEntries(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('entries as e')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .leftJoin('invoices as i', (join) => join.onRef('i.ref', '=', 'e.ref').on('e.action', 'in', ON_INVOICES))
    .leftJoin('customers as ic', 'ic.id', 'i.customer_id')
    .leftJoin('history as h', (join) => join.onRef('h.entry_number', '=', 'e.number').on('e.action', 'in', ON_PACKAGES))
    .leftJoin('customer_packages as k', 'k.id', 'h.customer_package_id')
    .leftJoin('customers as kc', 'kc.id', 'k.customer_id')
    .select(['e.number', 'e.date', 'e.recorded_at', 'e.action', 'e.ref', 'e.note', 'e.document', 'u.name as user'])
    .select(['i.total', 'ic.number as invoiced', 'k.ref as pack', 'kc.number as holder'])
    .where('e.action', 'in', TAKEN_BACK)
    .where('e.date', '>=', from ?? '')
    .where('e.date', '<=', to)
    .orderBy('e.number', 'desc')
    .execute()
}

/** What each entry gave back: to funds and accounts, and to the outside. */
function moneyBackOf(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('entries as e')
    .innerJoin('postings as p', 'p.entry_number', 'e.number')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select('e.number as entry')
    .select(({ eb, fn }) => eb.neg(fn.sum<number>('p.amount')).as('amount'))
    .where('e.action', 'in', TAKEN_BACK)
    .where('a.kind', 'in', [...TENDER_KINDS, ...CUSTOMER_KINDS, 'package_drawn'])
    .where('p.amount', '<', 0)
    .where('e.date', '>=', from ?? '')
    .where('e.date', '<=', to)
    .groupBy('e.number')
    .execute()
}

async function customersByNumber(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('customers').select(['number', 'name']).execute()
  return new Map(rows.map(({ number, name }) => [number, name]))
}
