import type { BusinessDate } from '../../../shared/dates.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { invoiceSections } from './invoice-sections.ts'
import { moneySections } from './money-sections.ts'
import { packageSections } from './package-sections.ts'
import { personJson, personText } from './person-files.ts'
import { auditSection, recordSections } from './record-sections.ts'
import { whoseNumber } from './whose-store.ts'

export interface PersonData {
  readonly number: string
  /** names of files, and what is in them */
  readonly files: ReadonlyMap<string, string>
}

/**
 * Everything that a school holds of one customer, and nothing of the others: as a text to read, and as JSON.
 * Refused: not_found.
 */
export async function personData(
  db: ReadDb,
  number: string,
  at: { readonly school: SchoolTerms; readonly today: BusinessDate; readonly now: Date },
): Promise<Outcome<PersonData>> {
  const whose = await whoseNumber(db, number)
  if (!whose.ok) return whose
  const { value: person } = whose
  const sections = [
    ...(await recordSections(db, person)),
    ...(await packageSections(db, person, at.today)),
    ...(await invoiceSections(db, person)),
    ...(await moneySections(db, person)),
    await auditSection(db, person),
  ]
  const about = { number: person.number, name: person.name, sections, school: at.school, now: at.now }
  return done({
    number: person.number,
    files: new Map([
      ['what-is-held.txt', personText(about)],
      ['what-is-held.json', personJson(about)],
    ]),
  })
}
