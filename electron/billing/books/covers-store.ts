import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'
import { funds, owed, remaining, type CustomerPackage } from '../customer-package.ts'
import { smallestFrom, type Extreme } from './cover.ts'
import type { Recent } from './recent.ts'

/** How little a customer package holds at the end of any day from a day on. Source: billing rules, Dates, 3. */
export interface PackageCover {
  readonly funds: Extreme
  readonly owed: Extreme
  /** of a line, by its place: what remains less what is pending now */
  available(line: number): Extreme
}

interface Change {
  readonly day: BusinessDate
  readonly kind: string
  readonly line: number
  readonly quantity: number
  readonly amount: number
}

const laterOnPackage = prepared(['owner', 'after'], (db, slots) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.date as day', 'a.kind', 'a.line', 'p.quantity', 'p.amount'])
    .where('a.owner', '=', slots.owner)
    .where('a.kind', 'in', ['package_paid', 'package_drawn', 'line_included', 'line_used'])
    .where('e.date', '>', slots.after),
)

const laterOnAccount = prepared(['owner', 'after'], (db, slots) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.date as day', 'p.amount'])
    .where('a.owner', '=', slots.owner)
    .where('a.kind', '=', 'customer_account')
    .where('e.date', '>', slots.after),
)

/** The cover of a package from a day on. Nothing is read where nothing on it is of a later day. */
export async function packageCover(
  db: ReadDb,
  recent: Recent,
  pack: CustomerPackage,
  day: BusinessDate,
): Promise<PackageCover> {
  const changes = pack.lastDay > day ? await laterChanges(db, recent, pack.id, day) : []
  const of = (kinds: Readonly<Record<string, (change: Change) => number>>, line: number | null) =>
    changes.flatMap((change) => {
      const part = line === null || change.line === line ? kinds[change.kind] : undefined
      return part ? [{ day: change.day, change: part(change) }] : []
    })
  const paid = ({ amount }: Change) => -amount
  return {
    funds: smallestFrom(day, funds(pack), of({ package_paid: paid, package_drawn: paid }, null)),
    // The price is what the lines include: it falls when a package lapses.
    owed: smallestFrom(day, owed(pack), of({ package_paid: ({ amount }) => amount, line_included: paid }, null)),
    available(place) {
      const line = pack.lines.find((each) => each.line === place)
      if (!line) throw new Error(`${pack.ref} has no line ${place}`)
      const left = ({ quantity }: Change) => -quantity
      const smallest = smallestFrom(day, remaining(line).quantity, of({ line_included: left, line_used: left }, place))
      return { ...smallest, value: smallest.value - line.pending.quantity }
    },
  }
}

/** The cover of an account from a day on. */
export async function accountCover(
  db: ReadDb,
  recent: Recent,
  account: { readonly id: number; readonly now: number },
  day: BusinessDate,
): Promise<Extreme> {
  const written = await laterOnAccount(db, { owner: account.id, after: day })
  const changes = [
    ...written.map((row) => ({ day: row.day as BusinessDate, change: -row.amount })),
    ...recent.postingsOf('account', account.id).map(({ day: on, posting }) => ({ day: on, change: -posting.amount })),
  ]
  return smallestFrom(day, account.now, changes)
}

/** The last day on which an account moved; null where it never did. What waits to be written is not looked at. */
export async function accountMovedOn(db: ReadDb, customerId: number): Promise<BusinessDate | null> {
  const row = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(({ fn }) => fn.max<BusinessDate | null>('e.date').as('day'))
    .where('a.owner', '=', customerId)
    .where('a.kind', '=', 'customer_account')
    .executeTakeFirst()
  return row?.day ?? null
}

async function laterChanges(db: ReadDb, recent: Recent, id: number, day: BusinessDate): Promise<Change[]> {
  const written = await laterOnPackage(db, { owner: id, after: day })
  return [
    ...written.map((row) => ({ ...row, day: row.day as BusinessDate })),
    ...recent.postingsOf('package', id).map(({ day: on, posting }) => ({
      day: on,
      kind: posting.account.kind,
      line: posting.account.line,
      quantity: posting.quantity,
      amount: posting.amount,
    })),
  ]
}
