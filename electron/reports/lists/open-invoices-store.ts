import { sql } from 'kysely'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'

/** An invoice on which something was due. */
export interface OpenInvoice {
  readonly ref: string
  readonly customerId: number
  readonly date: BusinessDate
  readonly total: Cents
  readonly due: Cents
}

/** As of when, and as the ledger knew it when. */
export interface OpenInvoicesChoice {
  readonly asOf: BusinessDate
  /** the number of the last entry taken in; null: all */
  readonly head: number | null
  /** null: of all customers */
  readonly customerId: number | null
}

/** What settles an invoice for good, or opens it again. */
const SETTLING = ['invoice_payment', 'invoice_payment_reversal', 'invoice_void', 'invoice_delete']

/**
 * Invoices on which something was due at the end of a day, the oldest first: from the ledger, in which an invoice is
 * paid when its lines become sales, and holds until then what was paid on it.
 */
export async function openInvoices(db: ReadDb, { asOf, head, customerId }: OpenInvoicesChoice): Promise<OpenInvoice[]> {
  const last = head ?? Number.MAX_SAFE_INTEGER
  let query = db
    .selectFrom('invoices as i')
    .select(['i.ref', 'i.customer_id', 'i.date', 'i.total'])
    .select(({ selectFrom }) => [
      selectFrom('accounts as a')
        .innerJoin('postings as p', 'p.account_id', 'a.id')
        .innerJoin('entries as e', 'e.number', 'p.entry_number')
        .select(({ fn }) => fn.sum<number | null>('p.amount').as('held'))
        .where('a.kind', '=', 'invoice')
        .whereRef('a.owner', '=', 'i.id')
        .where('e.date', '<=', asOf)
        .where('e.number', '<=', last)
        .as('held'),
      selectFrom('entries as s')
        .select('s.action')
        .whereRef('s.ref', '=', 'i.ref')
        .where('s.action', 'in', SETTLING)
        .where('s.date', '<=', asOf)
        .where('s.number', '<=', last)
        .where(({ or, eb, exists, selectFrom: within }) =>
          or([
            eb('s.action', 'in', ['invoice_void', 'invoice_delete']),
            exists(
              within('postings as q')
                .innerJoin('accounts as b', 'b.id', 'q.account_id')
                .select(sql<number>`1`.as('one'))
                .whereRef('q.entry_number', '=', 's.number')
                .where('b.kind', '=', 'sales'),
            ),
          ]),
        )
        .orderBy('s.number', 'desc')
        .limit(1)
        .as('settled_by'),
    ])
    .where('i.date', '<=', asOf)
    .where('i.entry_number', '<=', last)
    .where('i.total', '>', 0)
  if (customerId !== null) query = query.where('i.customer_id', '=', customerId)
  const rows = await query.orderBy('i.date').orderBy('i.id').execute()
  return rows
    .filter(({ settled_by }) => settled_by === null || settled_by === 'invoice_payment_reversal')
    .map((row) => ({
      ref: row.ref,
      customerId: row.customer_id,
      date: businessDate(row.date),
      total: cents(row.total),
      due: cents(row.total + Number(row.held ?? 0)),
    }))
}
