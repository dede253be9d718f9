import { z } from 'zod'
import type { CountedTender } from '../../../shared/contract/closings.ts'
import { countedTenderSchema } from '../../../shared/contract/closings.ts'
import type { RecordedPayment } from '../../../shared/contract/reconcile.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { inParts } from '../matching/in-parts.ts'

/** Which payments: by tender and business dates (and of an exact amount), or those of some entries. */
export type PaymentChoice =
  | {
      readonly tenders: readonly CountedTender[]
      readonly from: string
      readonly to: string
      readonly amount?: Cents
    }
  | { readonly entries: readonly number[] }

interface Posted {
  readonly number: number
  readonly date: string
  readonly action: string
  readonly ref: string
  readonly note: string
  readonly document: string
  readonly kind: string
  readonly amount: number
}

/** What an action's document says of whose it is. */
const documentSchema = z.object({
  given: z.object({ package: z.string().optional(), customer: z.string().optional() }),
})

/** The payments that the ledger holds by tenders from outside, one for each entry and tender, by date. */
export async function recordedPayments(db: ReadDb, choice: PaymentChoice): Promise<RecordedPayment[]> {
  const posted =
    'entries' in choice
      ? (await inParts(choice.entries, (part) => postedQuery(db).where('e.number', 'in', part).execute())).flat()
      : await postedQuery(db)
          .where('a.kind', 'in', choice.tenders)
          .where('e.date', '>=', choice.from)
          .where('e.date', '<=', choice.to)
          .$if(choice.amount !== undefined, (query) =>
            query.having(({ fn }) => fn.sum<number>('p.amount'), '=', choice.amount ?? 0),
          )
          .orderBy('e.date')
          .orderBy('e.number')
          .execute()
  const moved = posted.filter(({ amount }) => amount !== 0)
  const owners = await ownersOf(db, moved)
  return moved.map((row) => {
    const belongs = belongsTo(row)
    const owner = owners.get(belongs)
    const tender = countedTenderSchema.parse(row.kind)
    return {
      key: `${row.number} ${tender}`,
      entry: row.number,
      tender,
      date: businessDate(row.date),
      amount: cents(row.amount),
      customer: owner?.name ?? '',
      customerNumber: owner?.number ?? '',
      ref: belongs,
      recordedAs: row.ref,
      action: row.action,
      note: row.note,
    }
  })
}

function postedQuery(db: ReadDb) {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.number', 'e.date', 'e.action', 'e.ref', 'e.note', 'e.document', 'a.kind'])
    .select(({ fn }) => fn.sum<number>('p.amount').as('amount'))
    .where('a.owner', '=', 0)
    .where('a.kind', 'in', countedTenderSchema.options)
    .groupBy(['e.number', 'a.kind'])
}

/** The ref of the customer package, the number of the customer, or the ref of the invoice that an entry is about. */
function belongsTo({ document, ref }: Posted): string {
  const { given } = documentSchema.parse(JSON.parse(document))
  return given.package ?? given.customer ?? ref
}

interface Owner {
  readonly number: string
  readonly name: string
}

/** Whose each of them is: refs of packages and invoices and numbers of customers do not stand for another. */
async function ownersOf(db: ReadDb, posted: readonly Posted[]): Promise<ReadonlyMap<string, Owner>> {
  const refs = [...new Set(posted.map(belongsTo))]
  const rows = await inParts(refs, async (part) => [
    ...(await db
      .selectFrom('customer_packages as o')
      .innerJoin('customers as c', 'c.id', 'o.customer_id')
      .select(['o.ref', 'c.number', 'c.name'])
      .where('o.ref', 'in', part)
      .execute()),
    ...(await db
      .selectFrom('invoices as o')
      .innerJoin('customers as c', 'c.id', 'o.customer_id')
      .select(['o.ref', 'c.number', 'c.name'])
      .where('o.ref', 'in', part)
      .execute()),
    ...(await db
      .selectFrom('customers as c')
      .select(['c.number as ref', 'c.number', 'c.name'])
      .where('c.number', 'in', part)
      .execute()),
  ])
  return new Map(rows.flat().map(({ ref, number, name }) => [ref, { number, name }]))
}
