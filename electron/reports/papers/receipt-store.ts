import { z } from 'zod'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { TENDER_KINDS } from '../../billing/account-names.ts'
import { WITH_PAYER, WITH_RECEIPT } from '../../billing/moved-money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { priceThen } from '../packages/price-then-store.ts'

/** What a receipt is about. */
export type ReceiptSubject =
  | {
      readonly of: 'package'
      readonly ref: string
      readonly packageId: number
      /** once this was recorded; lapsing lowers it later */
      readonly price: Cents
      /** all that was paid on it once this was recorded */
      readonly paid: Cents
    }
  | { readonly of: 'invoice'; readonly ref: string; readonly total: Cents; readonly paid: Cents }
  | { readonly of: 'account'; readonly balance: Cents }

/** Money that one entry moved, as its receipt says it. */
export interface ReceiptOfPaper {
  readonly entry: number
  readonly ref: string
  readonly action: string
  readonly date: BusinessDate
  readonly userId: number
  readonly note: string
  readonly customerId: number
  /** who paid, where it was not the customer */
  readonly payerId: number | null
  readonly subject: ReceiptSubject
  /** what came in by each tender; below zero what went back */
  readonly tenders: readonly { readonly tender: string; readonly amount: Cents }[]
  /** what the drawer took more or less than the exact amount, as it is taken off or put on again */
  readonly rounding: Cents
}

const givenSchema = z.object({ given: z.object({ customer: z.string().optional() }) })

interface Movement {
  readonly kind: string
  readonly owner: number
  readonly amount: number
}

/** The money that an entry moved; undefined where the entry has no receipt or moved none. */
export async function receiptOfPaper(db: ReadDb, entry: number): Promise<ReceiptOfPaper | undefined> {
  const row = await db
    .selectFrom('entries')
    .select(['number', 'ref', 'action', 'date', 'user_id', 'note', 'document'])
    .where('number', '=', entry)
    .where('action', 'in', WITH_RECEIPT)
    .executeTakeFirst()
  if (!row) return undefined
  const movements = await movementsOf(db, entry)
  const found = await subjectOf(db, row, movements)
  if (!found) return undefined
  const rounding = cents(sumOf(movements, 'cash_rounding'))
  const moved = tendersOf(movements, found.subject)
  if (moved.length === 0 && rounding === 0) return undefined
  // A cash amount below half a step takes nothing into the drawer, and is paid all the same.
  const tenders = moved.length === 0 ? [{ tender: 'cash', amount: cents(0) }] : moved
  return {
    entry,
    ref: row.ref,
    action: row.action,
    date: businessDate(row.date),
    userId: row.user_id,
    note: row.note,
    ...found,
    payerId: await payerOf(db, row, found.customerId),
    tenders,
    rounding,
  }
}

async function payerOf(
  db: ReadDb,
  { action, document }: { readonly action: string; readonly document: string },
  customerId: number,
): Promise<number | null> {
  if (!WITH_PAYER.includes(action)) return null
  const { given } = givenSchema.parse(JSON.parse(document))
  if (given.customer === undefined) return null
  const payer = await db.selectFrom('customers').select('id').where('number', '=', given.customer).executeTakeFirst()
  return payer === undefined || payer.id === customerId ? null : payer.id
}

function sumOf(movements: readonly Movement[], kind: string): number {
  return movements.reduce((sum, own) => sum + (own.kind === kind ? own.amount : 0), 0)
}

function movementsOf(db: ReadDb, entry: number): Promise<Movement[]> {
  return db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['a.kind', 'a.owner', 'p.amount'])
    .where('p.entry_number', '=', entry)
    .orderBy('p.place')
    .execute()
}

/** A customer's account is a tender too, unless the money was put into it or taken out of it. */
function tendersOf(movements: readonly Movement[], subject: ReceiptSubject): ReceiptOfPaper['tenders'] {
  const kinds: readonly string[] = [
    ...TENDER_KINDS,
    ...(subject.of === 'account' ? [] : ['customer_account']),
    ...(subject.of === 'invoice' ? ['package_drawn'] : []),
  ]
  const sums = new Map<string, number>()
  for (const { kind, amount } of movements) {
    if (kinds.includes(kind)) sums.set(kind, (sums.get(kind) ?? 0) + amount)
  }
  const names: Readonly<Record<string, string>> = { customer_account: 'account', package_drawn: 'package' }
  return [...sums].flatMap(([kind, amount]) =>
    amount === 0 ? [] : [{ tender: names[kind] ?? kind, amount: cents(amount) }],
  )
}

type Entry = { readonly number: number; readonly ref: string }

async function subjectOf(db: ReadDb, entry: Entry, movements: readonly Movement[]) {
  const paid = movements.find(({ kind }) => kind === 'package_paid')
  if (paid) return packageSubject(db, entry, paid.owner)
  const invoice = await db
    .selectFrom('invoices')
    .select(['id', 'ref', 'customer_id', 'total'])
    .where('ref', '=', entry.ref)
    .where('entry_number', '<=', entry.number)
    .executeTakeFirst()
  if (invoice) {
    const subject = { of: 'invoice' as const, ref: invoice.ref, total: cents(invoice.total) }
    return {
      customerId: invoice.customer_id,
      subject: { ...subject, paid: await paidOn(db, invoice.ref, entry.number) },
    }
  }
  const account = movements.find(({ kind }) => kind === 'customer_account')
  if (!account) return undefined
  const balance = await accountAfter(db, 'customer_account', account.owner, entry.number)
  return { customerId: account.owner, subject: { of: 'account' as const, balance } }
}

async function packageSubject(db: ReadDb, entry: Entry, id: number) {
  const pack = await db
    .selectFrom('customer_packages')
    .select(['ref', 'customer_id', 'package_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const subject = {
    of: 'package' as const,
    ref: pack.ref,
    packageId: pack.package_id,
    price: await priceThen(db, id, { head: entry.number, asOf: null }),
    paid: await accountAfter(db, 'package_paid', id, entry.number),
  }
  return { customerId: pack.customer_id, subject }
}

/** A credit account once an entry was recorded. */
async function accountAfter(db: ReadDb, kind: string, owner: number, entry: number): Promise<Cents> {
  const row = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .select(({ fn }) => fn.sum<number | null>('p.amount').as('amount'))
    .where('a.kind', '=', kind)
    .where('a.owner', '=', owner)
    .where('p.entry_number', '<=', entry)
    .executeTakeFirst()
  return cents(-Number(row?.amount ?? 0))
}

/** What all tenders together brought on an invoice, less what went back, once an entry was recorded. */
async function paidOn(db: ReadDb, ref: string, entry: number): Promise<Cents> {
  const row = await db
    .selectFrom('entries as e')
    .innerJoin('postings as p', 'p.entry_number', 'e.number')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(({ fn }) => fn.sum<number | null>('p.amount').as('amount'))
    .where('e.ref', '=', ref)
    .where('e.number', '<=', entry)
    .where('e.action', 'in', WITH_RECEIPT)
    .where('a.kind', 'in', [...TENDER_KINDS, 'customer_account', 'package_drawn', 'cash_rounding'])
    .executeTakeFirst()
  return cents(Number(row?.amount ?? 0))
}
