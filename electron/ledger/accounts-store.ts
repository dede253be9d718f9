import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'

/** An account with what it holds: hundredths of its commodity, minor units. */
export interface HeldAccount {
  readonly id: number
  readonly kind: string
  readonly owner: number
  readonly line: number
  readonly quantity: number
  readonly amount: number
}

type Reading = (db: ReadDb, values: { readonly owner: number }) => Promise<HeldAccount[]>
const readings = new Map<string, Reading>()

/** The accounts of some kinds that an owner has. Every posting asks for them, so the SQL is made once for the kinds. */
export function accountsOf(db: ReadDb, kinds: readonly string[], owner: number): Promise<HeldAccount[]> {
  const key = kinds.join()
  let reading = readings.get(key)
  if (!reading) readings.set(key, (reading = readingOf(kinds)))
  return reading(db, { owner })
}

function readingOf(kinds: readonly string[]): Reading {
  return prepared(['owner'], (db, slots) =>
    db
      .selectFrom('accounts as a')
      .innerJoin('account_balances as b', 'b.account_id', 'a.id')
      .select(['a.id', 'a.kind', 'a.owner', 'a.line', 'b.quantity', 'b.amount'])
      .where('a.owner', '=', slots.owner)
      .where('a.kind', 'in', kinds),
  )
}
