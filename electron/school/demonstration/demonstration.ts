import { stringify } from 'csv-stringify/sync'
import { businessDateAt, type BusinessDate } from '../../../shared/dates.ts'
import type { Signature } from '../../billing/records/keep-record-store.ts'
import { makeDemonstration } from '../../billing/school-store.ts'
import { keepUser } from '../../people/user-record-store.ts'
import type { WriteDb } from '../../storage/database.ts'
import { activityText } from './demonstration-activity.ts'
import { DemonstrationCalendar } from './demonstration-calendar.ts'
import { DEMONSTRATION_CATALOGUE } from './demonstration-catalogue.ts'
import { DemonstrationDesk } from './demonstration-desk.ts'
import { DEMONSTRATION_CUSTOMERS } from './demonstration-people.ts'
import { INSTRUCTORS_STUDENTS, playEverybody, STUDENT } from './demonstration-roster.ts'
import { importSchool } from '../csv/import-school.ts'
import { SeededChance } from './seeded-chance.ts'

const TIME_ZONE = 'America/Denver'
const SEED = 1903

/**
 * Fills an empty school with the demonstration: sixty customers and two years of activity up to today's business date.
 * Repeatable: the same day gives the same school.
 * @param by who does it, today: the instant of recording
 */
export async function fillDemonstration(db: WriteDb, by: Signature): Promise<void> {
  const result = await importSchool(db, demonstrationFolder(businessDateAt(by.now, TIME_ZONE)), by, () => undefined)
  if (result.outcome === 'refused') {
    const [first] = result.errors
    throw new Error(`the demonstration school is refused: ${first?.file} row ${first?.row}: ${first?.message}`)
  }
  await makeDemonstration(db, by)
  const student = await db.selectFrom('customers').select('id').where('number', '=', STUDENT).executeTakeFirstOrThrow()
  const users = await db.selectFrom('users').selectAll().where('username', 'in', ['student', 'cfi']).execute()
  const students = await db.selectFrom('customers').select('id').where('number', 'in', INSTRUCTORS_STUDENTS).execute()
  for (const user of users) {
    if (user.username === 'student') await keepUser(db, by, { ...user, customer_id: student.id }, null)
    else
      await keepUser(
        db,
        by,
        user,
        students.map(({ id }) => id),
      )
  }
}

/** The demonstration as a school folder. Another seed gives other everyday students, the same stories. */
export function demonstrationFolder(today: BusinessDate, seed = SEED): Map<string, Uint8Array> {
  const calendar = new DemonstrationCalendar(today)
  const desk = new DemonstrationDesk()
  playEverybody({ desk, chance: new SeededChance(seed), calendar })
  const files: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(DEMONSTRATION_CATALOGUE).map(([name, rows]) => [name, `${rows.join('\n')}\n`]),
    ),
    'customers.csv': stringify([...DEMONSTRATION_CUSTOMERS], {
      header: true,
      columns: ['number', 'name', 'email', 'phone'],
    }),
    'activity.csv': activityText(desk.rows, calendar),
  }
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}
