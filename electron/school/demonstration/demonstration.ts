import { stringify } from 'csv-stringify/sync'
import { businessDateAt, type BusinessDate } from '../../../shared/dates.ts'
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
 * @param now today and the instant of recording
 */
export async function fillDemonstration(db: WriteDb, now: Date): Promise<void> {
  const result = await importSchool(db, demonstrationFolder(businessDateAt(now, TIME_ZONE)), now, () => undefined)
  if (result.outcome === 'refused') {
    const [first] = result.errors
    throw new Error(`the demonstration school is refused: ${first?.file} row ${first?.row}: ${first?.message}`)
  }
  await db.updateTable('school').set({ demonstration: 1 }).execute()
  const student = await db.selectFrom('customers').select('id').where('number', '=', STUDENT).executeTakeFirstOrThrow()
  await db.updateTable('users').set({ customer_id: student.id }).where('username', '=', 'student').execute()
  const instructor = await db.selectFrom('users').select('id').where('username', '=', 'cfi').executeTakeFirstOrThrow()
  const students = await db.selectFrom('customers').select('id').where('number', 'in', INSTRUCTORS_STUDENTS).execute()
  await db
    .insertInto('dashboard_access')
    .values(students.map(({ id }) => ({ user_id: instructor.id, customer_id: id })))
    .execute()
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
