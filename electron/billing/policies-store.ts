import {
  logoSchema,
  runningLowPolicySchema,
  withdrawalPolicySchema,
  type Logo,
  type Policies,
  type RunningLowPolicy,
  type WithdrawalPolicy,
} from '../../shared/contract/policies.ts'
import { hundredths } from '../../shared/quantity.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { keepRecord, type Signature } from './records/keep-record-store.ts'

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

/** The bytes of the school's logo, a JPEG; null where it has none. */
export async function readLogo(db: ReadDb): Promise<Buffer | null> {
  const written = logoSchema.nullable().parse((await policy(db, 'logo')) ?? null)
  return written && Buffer.from(written.content, 'base64')
}

/** Keeps the logo; null: none. */
export async function writeLogo(db: WriteDb, by: Signature, logo: Logo | null): Promise<void> {
  await setPolicy(db, by, 'logo', logo)
}

/** Keeps both. */
export async function writePolicies(
  db: WriteDb,
  by: Signature,
  { withdrawal, runningLow }: Omit<Policies, 'details'>,
): Promise<void> {
  await setPolicy(db, by, 'withdrawal', withdrawal)
  await setPolicy(db, by, 'running_low', runningLow)
}

async function setPolicy(db: WriteDb, by: Signature, name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  const before = await db.selectFrom('policies').select('value').where('name', '=', name).executeTakeFirst()
  if (before?.value === text) return
  await keepRecord(db, by, 'record_policy', name, [{ table: 'policies', rows: [{ name, value: text }] }])
}

async function policy(db: ReadDb, name: string): Promise<unknown> {
  const row = await db.selectFrom('policies').select('value').where('name', '=', name).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}
