import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'

/** The last entry, which the next one is chained to. */
export const lastEntry = prepared([], (db) =>
  db.selectFrom('entries').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
)

/** The account that was opened last. */
export const lastAccount = prepared([], (db) => db.selectFrom('accounts').select('id').orderBy('id', 'desc').limit(1))

const queries = new Map<string, ReturnType<typeof accountsOfKinds>>()

/** The accounts of an owner, of some kinds, with what they hold. */
export function accountsOf(db: ReadDb, kinds: readonly string[], owner: number) {
  const key = kinds.join()
  let query = queries.get(key)
  if (!query) queries.set(key, (query = accountsOfKinds(kinds)))
  return query(db, { owner })
}

function accountsOfKinds(kinds: readonly string[]) {
  return prepared(['owner'], (db, slots) =>
    db
      .selectFrom('accounts as a')
      .select(['a.id', 'a.kind', 'a.line', 'a.opened_by as opened'])
      // Each looked up, not joined: SQLite plans a join with a mark anew at every run.
      .select(({ selectFrom }) => [
        selectFrom('account_balances').select('quantity').whereRef('account_id', '=', 'a.id').as('quantity'),
        selectFrom('account_balances').select('amount').whereRef('account_id', '=', 'a.id').as('amount'),
      ])
      .where('a.owner', '=', slots.owner)
      .where('a.kind', 'in', kinds),
  )
}
