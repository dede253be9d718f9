import type { Statement } from '../../shared/contract/statements.ts'
import { tenderSchema } from '../../shared/contract/values.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import type { ReadDb } from '../storage/database.ts'
import { namesAsOf } from '../reports/names/names-as-of-store.ts'
import { ownerAfter, ownerThen, type Merge } from '../reports/names/owners-then-store.ts'
import { readPaidByPayers, takenBackBy, type PaidByPayer } from './payers-store.ts'
import { stillPaid } from './still-paid-store.ts'

interface PaidForThen {
  readonly from: BusinessDate | null
  readonly asOf: BusinessDate
  readonly head: number
  /** the entry whose day gives the names; null: those of now */
  readonly named: number | null
  /** every merge */
  readonly merges: readonly Merge[]
  /** every payment with a payer; undefined: they are read */
  readonly payments?: readonly PaidByPayer[] | undefined
}

/** What a customer paid for others in the period, as far as it stood at the end of the day, as the ledger knew it then. */
export async function statedPaidFor(
  db: ReadDb,
  customerId: number,
  then: PaidForThen,
): Promise<NonNullable<Statement['paidFor']>> {
  const { from, asOf, head, named, merges } = then
  const own = (id: number) => ownerAfter(merges, id, head) === customerId
  const all = (then.payments ?? (await readPaidByPayers(db))).filter(
    ({ payer, entry, date }) => own(payer) && entry <= head && date <= asOf && (from === null || date >= from),
  )
  const undone = await takenBackBy(
    db,
    all.filter(({ of }) => of === 'package').map(({ entry }) => entry),
    then,
  )
  // Several tenders often pay one invoice: it is gone through once.
  const left = new Map<string, ReadonlyMap<number, number>>()
  const standing = []
  for (const payment of all) {
    const { of, ref, entry } = payment
    const paidFor = await whose(db, payment, then)
    if (undone.has(entry) || own(paidFor)) continue
    if (of === 'invoice' && !left.has(ref)) left.set(ref, await stillPaid(db, ref, then))
    const amount = of === 'package' ? payment.amount : (left.get(ref)?.get(entry) ?? 0)
    if (amount !== 0) standing.push({ ...payment, amount, customerId: paidFor })
  }
  const names = await namesAsOf(db, named, { customers: [...new Set(standing.map((row) => row.customerId))] })
  return standing
    .toSorted((one, other) => (one.date === other.date ? one.entry - other.entry : one.date < other.date ? -1 : 1))
    .map(({ entry, date, of, ref, tender, amount, customerId: id }) => ({
      entry,
      date: businessDate(date),
      customerNumber: names.customers.get(id)?.number ?? '',
      customerName: names.customers.get(id)?.name ?? '',
      of,
      ref,
      method: tenderSchema.parse(tender),
      amount: cents(amount),
    }))
}

/** To whom the package or the invoice belonged then. */
async function whose(db: ReadDb, { of, ref, customerId }: PaidByPayer, { merges, head }: PaidForThen): Promise<number> {
  if (merges.every(({ entry }) => entry <= head)) return customerId
  return ownerThen(db, merges, { action: of === 'package' ? 'add_to_package' : 'invoice', ref, head })
}
