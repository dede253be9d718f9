import type { ReadDb, WriteDb } from '../storage/database.ts'
import { keepRecord, type Signature } from './records/keep-record-store.ts'

/** What the school has settled for itself: how it counts money, where its days begin, how it writes. */
export interface SchoolTerms {
  readonly name: string
  /** ISO 4217 */
  readonly currency: string
  /** decimals of the currency's minor unit */
  readonly minorDigits: number
  /** IANA name */
  readonly timeZone: string
  /** BCP 47 */
  readonly locale: string
  readonly address: string
  readonly demonstration: boolean
  /** whether package funds may go below zero (used before paid) */
  readonly fundsBelowZero: boolean
  /** the step to which cash is rounded, in minor units; 0: it is not */
  readonly cashStep: number
}

/** The school's terms, or undefined in an empty data folder. */
export async function readSchool(db: ReadDb): Promise<SchoolTerms | undefined> {
  const row = await db.selectFrom('school').selectAll().executeTakeFirst()
  if (!row) return undefined
  return {
    name: row.name,
    currency: row.currency,
    minorDigits: row.minor_digits,
    timeZone: row.time_zone,
    locale: row.locale,
    address: row.address,
    demonstration: row.demonstration === 1,
    fundsBelowZero: row.funds_below_zero === 1,
    cashStep: row.cash_step,
  }
}

/** Whether there is a school. */
export async function hasSchool(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('school').select('id').executeTakeFirst()) !== undefined
}

/** Writes the school's terms into an empty data folder; throws where there is a school already. */
export async function createSchool(db: WriteDb, by: Signature, school: SchoolTerms): Promise<void> {
  if (await readSchool(db)) throw new Error('there is a school already')
  await keepSchool(db, by, school)
}

/** Gives a school that counts nothing yet other terms. */
export async function replaceTerms(db: WriteDb, by: Signature, school: SchoolTerms): Promise<void> {
  const { name, currency, minorDigits, timeZone, locale, address, cashStep } = school
  await changeSchool(db, by, { name, currency, minorDigits, timeZone, locale, address, cashStep })
}

/** What of the terms can be changed at any time: entries keep what of it they rest on. */
export type SchoolDetails = Pick<
  SchoolTerms,
  'name' | 'address' | 'timeZone' | 'locale' | 'fundsBelowZero' | 'cashStep'
>

/** Changes how the school is named and writes, whether package funds may go below zero, and how cash is rounded. */
export async function changeDetails(db: WriteDb, by: Signature, details: SchoolDetails): Promise<void> {
  const { name, address, timeZone, locale, fundsBelowZero, cashStep } = details
  await changeSchool(db, by, { name, address, timeZone, locale, fundsBelowZero, cashStep })
}

/** Lets anybody in by role, to look around. */
export async function makeDemonstration(db: WriteDb, by: Signature): Promise<void> {
  await changeSchool(db, by, { demonstration: true })
}

async function changeSchool(db: WriteDb, by: Signature, changes: Partial<SchoolTerms>): Promise<void> {
  const before = await readSchool(db)
  if (!before) throw new Error('there is no school to change')
  const after = { ...before, ...changes }
  if (JSON.stringify(after) !== JSON.stringify(before)) await keepSchool(db, by, after)
}

async function keepSchool(db: WriteDb, by: Signature, school: SchoolTerms): Promise<void> {
  const row = {
    id: 1,
    name: school.name,
    currency: school.currency,
    minor_digits: school.minorDigits,
    time_zone: school.timeZone,
    locale: school.locale,
    address: school.address,
    demonstration: school.demonstration ? 1 : 0,
    funds_below_zero: school.fundsBelowZero ? 1 : 0,
    cash_step: school.cashStep,
  }
  await keepRecord(db, by, 'record_school', '', [{ table: 'school', rows: [row] }])
}
