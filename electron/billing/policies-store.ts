import {
  runningLowPolicySchema,
  withdrawalPolicySchema,
  type Policies,
  type RunningLowPolicy,
  type WithdrawalPolicy,
} from '../../shared/contract/policies.ts'
import { hundredths } from '../../shared/quantity.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'

/** Nothing is kept where a school has not said so. */
const NO_FEE: WithdrawalPolicy = { repriceUsedHours: false, fee: { kind: 'none' } }
const FIVE_HOURS_OR_TWO_WEEKS: RunningLowPolicy = { hours: hundredths(500), days: 14 }

/** What the school gives back to a leaver. */
export async function readWithdrawalPolicy(db: ReadDb): Promise<WithdrawalPolicy> {
  const written = await policy(db, 'withdrawal')
  return written === undefined ? NO_FEE : withdrawalPolicySchema.parse(written)
}

/** When a package is running low. */
export async function readRunningLowPolicy(db: ReadDb): Promise<RunningLowPolicy> {
  const written = await policy(db, 'running_low')
  return written === undefined ? FIVE_HOURS_OR_TWO_WEEKS : runningLowPolicySchema.parse(written)
}

/** Keeps both. */
export async function writePolicies(db: WriteDb, { withdrawal, runningLow }: Omit<Policies, 'details'>): Promise<void> {
  for (const [name, value] of [
    ['withdrawal', withdrawal],
    ['running_low', runningLow],
  ] as const) {
    const text = JSON.stringify(value)
    await db
      .insertInto('policies')
      .values({ name, value: text })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
      .execute()
  }
}

async function policy(db: ReadDb, name: string): Promise<unknown> {
  const row = await db.selectFrom('policies').select('value').where('name', '=', name).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}
