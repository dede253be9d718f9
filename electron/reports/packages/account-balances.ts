import type { BusinessDate } from '../../../shared/dates.ts'
import { PACKAGE_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

/** The balance of one ledger account: hundredths of its commodity, minor units of the currency. Credits are negative. */
export interface AccountBalance {
  readonly kind: string
  readonly owner: number
  readonly line: number
  readonly quantity: number
  readonly amount: number
}

/**
 * Balances of accounts of some kinds, of one owner or of all. Now: those kept beside the ledger. As of a business
 * date: the sums of the entries dated on it or before, in whatever order they were recorded.
 */
export function accountBalances(
  db: ReadDb,
  choice: { readonly kinds: readonly string[]; readonly owner?: number; readonly asOf: BusinessDate | null },
): Promise<AccountBalance[]> {
  if (choice.asOf === null && choice.owner !== undefined && choice.kinds === PACKAGE_KINDS) {
    return balancesOfPackage(db, { owner: choice.owner })
  }
  return choice.asOf === null
    ? balancesNow(db, choice.kinds, choice.owner)
    : balancesAsOf(db, choice.kinds, choice.owner, choice.asOf)
}

/** The View Balances of one customer package, whatever the length of its history. */
const balancesOfPackage = prepared(['owner'], (db, { owner }) =>
  db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select(['a.kind', 'a.owner', 'a.line', 'b.quantity', 'b.amount'])
    .where('a.owner', '=', owner)
    .where('a.kind', 'in', PACKAGE_KINDS),
)

function balancesNow(db: ReadDb, kinds: readonly string[], owner: number | undefined): Promise<AccountBalance[]> {
  return db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select(['a.kind', 'a.owner', 'a.line', 'b.quantity', 'b.amount'])
    .where('a.kind', 'in', kinds)
    .$if(owner !== undefined, (query) => query.where('a.owner', '=', owner ?? 0))
    .execute()
}

function balancesAsOf(
  db: ReadDb,
  kinds: readonly string[],
  owner: number | undefined,
  asOf: BusinessDate,
): Promise<AccountBalance[]> {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['a.kind', 'a.owner', 'a.line'])
    .select(({ fn }) => [fn.sum<number>('p.quantity').as('quantity'), fn.sum<number>('p.amount').as('amount')])
    .where('a.kind', 'in', kinds)
    .where('e.date', '<=', asOf)
    .$if(owner !== undefined, (query) => query.where('a.owner', '=', owner ?? 0))
    .groupBy('a.id')
    .execute()
}
