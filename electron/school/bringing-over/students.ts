import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { readOfferedPackages } from '../../billing/catalogue-store.ts'
import type { OfferedPackage } from '../../billing/offered-package.ts'
import type { BillingTerms } from '../../billing/terms.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { BroughtRow, SheetProblem } from './brought-rows.ts'
import { plannedPackage, type PlannedPackage } from './plan.ts'

/** A student with everything that is brought over. */
export interface PlannedStudent {
  readonly row: number
  /** as the spreadsheet names the student, number or name: what references are made of, so that it is known again */
  readonly key: string
  /** empty: the next free one, for a customer that is made on the way */
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly isNew: boolean
  readonly account: Cents | null
  readonly packages: readonly PlannedPackage[]
}

export interface Plan {
  readonly students: readonly PlannedStudent[]
  readonly problems: readonly SheetProblem[]
}

interface KnownCustomer {
  readonly number: string
  readonly name: string
}

/** What would be recorded of the rows, student by student; nothing is changed. */
export async function planned(
  db: ReadDb,
  terms: BillingTerms,
  rows: readonly BroughtRow[],
  { day, makeCustomers }: { readonly day: BusinessDate; readonly makeCustomers: boolean },
): Promise<Plan> {
  const offers = [...(await readOfferedPackages(db)).values()]
  const customers = await db
    .selectFrom('customers')
    .select(['number', 'name'])
    .where('merged_into', 'is', null)
    .execute()
  const students = new Map<string, PlannedStudent>()
  const problems: SheetProblem[] = []
  for (const row of rows) {
    const who = studentOf(row, customers, makeCustomers)
    if ('message' in who) {
      problems.push(who)
      continue
    }
    const pack = row.package === '' ? null : packageOf(row, offers, terms, day)
    if (pack && 'message' in pack) {
      problems.push(pack)
      continue
    }
    const before = students.get(who.key) ?? { ...who, packages: [] }
    students.set(who.key, {
      ...before,
      account: row.account ?? before.account,
      packages: pack ? [...before.packages, pack] : before.packages,
    })
  }
  return {
    students: [...students.values()],
    problems: problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  }
}

type Who = Omit<PlannedStudent, 'packages'>

function studentOf(row: BroughtRow, customers: readonly KnownCustomer[], make: boolean): Who | SheetProblem {
  const { number, name, email, phone, account } = row
  const words = { row: row.row, key: keyOf(row), email, phone, account }
  if (number !== '') {
    const known = customers.find((customer) => customer.number === number)
    if (known) return { ...words, number, name: known.name, isNew: false }
    if (!make) return { row: row.row, message: say('bring_over.unknownCustomer', { number }) }
    return name === ''
      ? { row: row.row, message: say('bring_over.nameMissing') }
      : { ...words, number, name, isNew: true }
  }
  const named = customers.filter((customer) => customer.name === name)
  if (name === '') return { row: row.row, message: say('bring_over.nameMissing') }
  if (named.length > 1) return { row: row.row, message: say('bring_over.severalOfName', { name }) }
  const [known] = named
  if (known) return { ...words, number: known.number, name, isNew: false }
  return make
    ? { ...words, number: '', name, isNew: true }
    : { row: row.row, message: say('bring_over.numberMissing', { name }) }
}

function packageOf(
  row: BroughtRow,
  offers: readonly OfferedPackage[],
  terms: BillingTerms,
  day: BusinessDate,
): PlannedPackage | SheetProblem {
  const offered = offers.find(({ code, name }) => code === row.package || name === row.package)
  if (!offered) return { row: row.row, message: say('bring_over.unknownPackage', { package: row.package }) }
  return plannedPackage(terms, row, offered, { ref: `BO-${keyOf(row)}-${offered.code}`, day })
}

function keyOf({ number, name }: BroughtRow): string {
  return number === '' ? name : number
}
