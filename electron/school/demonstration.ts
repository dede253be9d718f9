import { stringify } from 'csv-stringify/sync'
import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import type { WriteDb } from '../storage/database.ts'
import { DEMONSTRATION_CATALOGUE } from './demonstration-catalogue.ts'
import { DemonstrationDesk, type DemonstrationRow } from './demonstration-desk.ts'
import {
  discovery,
  exhausted,
  leaver,
  ordinaryStudent,
  suppliesOnly,
  twoPackages,
  usedBeforePaid,
} from './demonstration-students.ts'
import { importSchool } from './import-school.ts'
import { columnsOf } from './school-files.ts'
import { SeededChance } from './seeded-chance.ts'

const TIME_ZONE = 'America/Denver'
const FIRST_DAY = -730
const FIRST_NAMES = [
  'Amelia',
  'Jun',
  'Lucía',
  'Björn',
  'Priya',
  'Mateo',
  'Aisha',
  'Oliver',
  'Chloé',
  'Tomasz',
  'Grace',
  'Kofi',
  'Hana',
  'Diego',
  'Ingrid',
  'Ravi',
  'Sofia',
  'Liam',
  'Mei',
  'Zoë',
]
const LAST_NAMES = [
  'Osei',
  'Tanaka',
  'Fernández',
  'Ångström',
  'Nair',
  'Johnson',
  'Silva',
  'Nowak',
  'Dubois',
  'Haddad',
  'Kim',
  'Murphy',
  'Okafor',
  'Schmidt',
  'Rossi',
  'Patel',
  'Nguyen',
]

/** The customer that the user `student` is: the one with two packages. */
const STUDENT = 'C-003'
const INSTRUCTORS_STUDENTS = ['C-001', 'C-003', 'C-008', 'C-009', 'C-010', 'C-011', 'C-012', 'C-013']

/**
 * Fills an empty school with the demonstration: some 60 customers and two years of activity up to today's business
 * date. Repeatable: the same day gives the same school.
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

/** The demonstration as a school folder. */
export function demonstrationFolder(today: BusinessDate): Map<string, Uint8Array> {
  const chance = new SeededChance(1903)
  const customers = customerRows(chance)
  const desk = new DemonstrationDesk()
  play(
    desk,
    chance,
    customers.map(([number]) => number),
  )
  const files: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(DEMONSTRATION_CATALOGUE).map(([name, rows]) => [name, `${rows.join('\n')}\n`]),
    ),
    'customers.csv': stringify([['number', 'name', 'email', 'phone'], ...customers]),
    'activity.csv': activityText(desk.rows, today),
  }
  return new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

function customerRows(chance: SeededChance): [number: string, name: string, email: string, phone: string][] {
  const special = [
    'Pat Quimby',
    'Ellis Byrne',
    'Noor Haddad',
    "O'Neil, Pat",
    'Jonas "Jo" Weber',
    'Maya Lindgren',
    'Victor Hale',
  ]
  return Array.from({ length: 60 }, (_, index) => {
    const name = special[index] ?? `${FIRST_NAMES[index % FIRST_NAMES.length]} ${chance.of(LAST_NAMES)}`
    const address = name
      .normalize('NFKD')
      .replace(/[^A-Za-z ]/g, '')
      .trim()
      .toLowerCase()
      .replace(/ +/g, '.')
    return [
      `C-${String(index + 1).padStart(3, '0')}`,
      name,
      `${address}@example.test`,
      `555-01${String(index).padStart(2, '0')}`,
    ]
  })
}

/** Plays every customer's time at the school; the first ones have a story of their own. */
function play(desk: DemonstrationDesk, chance: SeededChance, numbers: readonly string[]): void {
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = '', seventh = '', ...others] = numbers
  usedBeforePaid(desk, first)
  exhausted(desk, second)
  twoPackages(desk, third)
  suppliesOnly(desk, fourth, true)
  suppliesOnly(desk, fifth, false)
  leaver(desk, sixth)
  discovery(desk, seventh, -25)
  for (const [index, number] of others.entries()) {
    if (index % 9 === 8) discovery(desk, number, -chance.whole(10, 600))
    else if (index % 7 === 6) ordinaryStudent(desk, chance, number, 'PPL24', FIRST_DAY + chance.whole(0, 90))
    else
      ordinaryStudent(
        desk,
        chance,
        number,
        chance.of(['PPL', 'PPL', 'PPL', 'IFR', 'CPL', 'BLOCK10']),
        -chance.whole(20, 420),
      )
  }
}

/** Rows in the order of the days; each kind of reference is numbered in that order. */
function activityText(rows: readonly DemonstrationRow[], today: BusinessDate): string {
  const ordered = rows.toSorted((left, right) => left.day - right.day)
  const numbers = new Map<string, string>()
  const counts = new Map<string, number>()
  const numbered = (text: string): string => {
    const kind = /^([A-Z]+)#\d+$/.exec(text)?.[1]
    if (!kind) return text
    const known = numbers.get(text)
    if (known) return known
    const count = (counts.get(kind) ?? (kind === 'INV' ? 20_000 : 1_000)) + 1
    counts.set(kind, count)
    numbers.set(text, `${kind}-${count}`)
    return `${kind}-${count}`
  }
  const columns = columnsOf('activity.csv')
  const records = ordered.map(({ day, cells }) =>
    columns.map((column) => (column === 'date' ? dateAt(today, day) : numbered(cells[column] ?? ''))),
  )
  return stringify([[...columns], ...records])
}

function dateAt(today: BusinessDate, day: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + Math.min(day, 0) * 86_400_000).toISOString().slice(0, 10)
}
