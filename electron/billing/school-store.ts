import type { ReadDb, WriteDb } from '../storage/database.ts'

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
  }
}

/** Writes the school's terms into an empty data folder; throws where there is a school already. */
export async function createSchool(db: WriteDb, school: SchoolTerms): Promise<void> {
  await db
    .insertInto('school')
    .values({
      id: 1,
      name: school.name,
      currency: school.currency,
      minor_digits: school.minorDigits,
      time_zone: school.timeZone,
      locale: school.locale,
      address: school.address,
      demonstration: school.demonstration ? 1 : 0,
      funds_below_zero: school.fundsBelowZero ? 1 : 0,
    })
    .execute()
}

/** Gives a school that counts nothing yet other terms. */
export async function replaceTerms(db: WriteDb, school: SchoolTerms): Promise<void> {
  const { name, currency, timeZone, locale, address } = school
  await db
    .updateTable('school')
    .set({ name, currency, minor_digits: school.minorDigits, time_zone: timeZone, locale, address })
    .execute()
}

/** What of the terms can be changed at any time: nothing recorded depends on it. */
export type SchoolDetails = Pick<SchoolTerms, 'name' | 'address' | 'timeZone' | 'locale' | 'fundsBelowZero'>

/** Changes how the school is named and writes, and whether package funds may go below zero. */
export async function changeDetails(db: WriteDb, details: SchoolDetails): Promise<void> {
  const { name, address, timeZone, locale, fundsBelowZero } = details
  await db
    .updateTable('school')
    .set({ name, address, time_zone: timeZone, locale, funds_below_zero: fundsBelowZero ? 1 : 0 })
    .execute()
}
