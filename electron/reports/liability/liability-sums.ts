import type { Period } from '../../../shared/contract/liability.ts'
import type { ReadDb } from '../../storage/database.ts'

export const FUNDS_KINDS = ['package_paid', 'package_drawn'] as const

/** The postings on money accounts of one kind up to the end of a period, by the action that made them. */
export interface SumsByAction {
  readonly action: string
  /** postings before the period: debits are positive, credits negative */
  readonly before: number
  /** postings in the period */
  readonly debits: number
  readonly credits: number
}

/** Sums the postings of some kinds of accounts by action: before the period, and debits and credits in it. */
export function sumsByAction(db: ReadDb, kinds: readonly string[], { from, to }: Period): Promise<SumsByAction[]> {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .where('a.kind', 'in', kinds)
    .where('e.date', '<=', to)
    .select('e.action')
    .select(({ eb, fn, and }) => {
      const early = eb('e.date', '<', from ?? '')
      const sumWhere = (condition: typeof early) =>
        fn.sum<number>(eb.case().when(condition).then(eb.ref('p.amount')).else(0).end())
      return [
        sumWhere(early).as('before'),
        sumWhere(and([eb.not(early), eb('p.amount', '>', 0)])).as('debits'),
        sumWhere(and([eb.not(early), eb('p.amount', '<', 0)])).as('credits'),
      ]
    })
    .groupBy('e.action')
    .execute()
}

/** The same for package funds, by package or by customer package. */
export interface FundsSums extends SumsByAction {
  /** id of the package or customer package */
  readonly group: number
}

/**
 * Sums the postings on package funds. What is dated before its package was added counts from the day of adding on,
 * since until then `balances` shows no such package.
 */
export function fundsByAction(
  db: ReadDb,
  { from, to }: Period,
  by: 'package' | 'customer_package',
): Promise<FundsSums[]> {
  const group = by === 'package' ? 'c.package_id' : 'c.id'
  return db
    .selectFrom('customer_packages as c')
    .innerJoin('accounts as a', 'a.owner', 'c.id')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .where('a.kind', 'in', FUNDS_KINDS)
    .where('e.date', '<=', to)
    .where('c.added', '<=', to)
    .select([`${group} as group`, 'e.action'])
    .select(({ eb, fn, and }) => {
      const early = and([eb('e.date', '<', from ?? ''), eb('c.added', '<', from ?? '')])
      const sumWhere = (condition: typeof early) =>
        fn.sum<number>(eb.case().when(condition).then(eb.ref('p.amount')).else(0).end())
      return [
        sumWhere(early).as('before'),
        sumWhere(and([eb.not(early), eb('p.amount', '>', 0)])).as('debits'),
        sumWhere(and([eb.not(early), eb('p.amount', '<', 0)])).as('credits'),
      ]
    })
    .groupBy([group, 'e.action'])
    .execute()
}
