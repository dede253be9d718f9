import type { CallOutput } from '../../../shared/contract/index.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { CUSTOMER_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { accountBalances } from './account-balances.ts'
import { lastEntryOf } from './last-entry.ts'
import { packageBalance } from './package-balance.ts'
import { withdrawalFrom } from './withdrawal.ts'

/**
 * What a leaver is taken off: every own package on which something remains or funds are left, with what goes back under
 * the school's policy; and the account. Refused: not_found.
 */
export async function customerLeaving(db: ReadDb, number: string): Promise<Outcome<CallOutput<'customers.leaving'>>> {
  const customer = await db
    .selectFrom('customers')
    .select(['id', 'active'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!customer)
    return refused('not_found', say('reports.there_is_no_customer_number', { number }), {
      field: 'number',
      remedy: say('reports.check_how_it_is_written'),
    })
  const packages = []
  for (const ref of await heldBy(db, customer.id)) {
    const found = await packageBalance(db, ref, null)
    if (!found.ok) return found
    const { status, funds } = found.value
    if (status === 'completed' && funds === 0) continue
    const withdrawal = await withdrawalFrom(db, found.value)
    packages.push({ ...withdrawal, kept: cents(Math.max(0, funds) - withdrawal.refund) })
  }
  const [account] = await accountBalances(db, { kinds: CUSTOMER_KINDS, owner: customer.id, asOf: null })
  return done({
    packages,
    account: cents(-(account?.amount ?? 0)),
    accountEntry: await lastEntryOf(db, { of: 'account', ref: number }),
    active: customer.active === 1,
  })
}

async function heldBy(db: ReadDb, customerId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_packages')
    .select('ref')
    .where('customer_id', '=', customerId)
    .where('removed_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ ref }) => ref)
}
