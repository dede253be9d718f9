import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import { readSchool, type SchoolTerms } from '../billing/school-store.ts'
import type { ReadDb } from '../storage/database.ts'

/** The school and its business date at an instant; both null in an empty data folder. */
export async function schoolToday(
  db: ReadDb,
  now: Date,
): Promise<{ readonly school: SchoolTerms | null; readonly today: BusinessDate | null }> {
  const school = (await readSchool(db)) ?? null
  return { school, today: school && businessDateAt(now, school.timeZone) }
}
