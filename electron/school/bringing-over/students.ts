import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { PriceList } from '../../billing/books/price-list-store.ts'
import { readOfferedPackages } from '../../billing/catalogue-store.ts'
import type { OfferedPackage } from '../../billing/offered-package.ts'
import type { BillingTerms } from '../../billing/terms.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { BroughtRow, SheetProblem } from './brought-rows.ts'
import { madePackages, type MadePackage } from './made-packages.ts'
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
  /** made on the way, before the students are added to them */
  readonly made: readonly MadePackage[]
  readonly students: readonly PlannedStudent[]
  readonly problems: readonly SheetProblem[]
}

interface KnownCustomer {
  readonly number: string
  /** of the record that it belongs to now, where it was merged */
  readonly name: string
  readonly merged: boolean
}

async function knownCustomers(db: ReadDb): Promise<KnownCustomer[]> {
  const rows = await db.selectFrom('customers').select(['id', 'number', 'name', 'merged_into']).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rows.map(({ number, name, merged_into: into }) => {
    let last = into === null ? undefined : byId.get(into)
    while (last && last.merged_into !== null) last = byId.get(last.merged_into)
    return { number, name: last?.name ?? name, merged: into !== null }
  })
}

export interface PlanChoices {
  readonly day: BusinessDate
  readonly makeCustomers: boolean
  readonly makePackages: boolean
}

/** What would be recorded of the rows, student by student; nothing is changed. */
export async function planned(
  db: ReadDb,
  terms: BillingTerms,
  rows: readonly BroughtRow[],
  { day, makeCustomers, makePackages }: PlanChoices,
): Promise<Plan> {
  const known = [...(await readOfferedPackages(db)).values()]
  const prices = await PriceList.read(db)
  const making = makePackages
    ? madePackages(
        rows,
        (row) => offerOf(row, known) !== undefined,
        (code) => prices.atStandardRate(code, day),
      )
    : { made: [], problems: [] }
  const offers = [...known, ...making.made]
  const customers = await knownCustomers(db)
  const students = new Map<string, PlannedStudent>()
  const problems: SheetProblem[] = [...making.problems]
  for (const row of rows) {
    const who = studentOf(row, customers, makeCustomers)
    if ('message' in who) {
      problems.push(who)
      continue
    }
    const offered = offerOf(row, offers)
    if (row.package !== '' && !offered) {
      // A package that cannot be made is named once, with what is missing.
      if (!makePackages) problems.push(unknownPackage(row))
      continue
    }
    const pack = offered ? packageOf(row, offered, prices, terms, day) : null
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
    made: making.made,
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
  const named = customers.filter((customer) => customer.name === name && !customer.merged)
  if (name === '') return { row: row.row, message: say('bring_over.nameMissing') }
  if (named.length > 1) return { row: row.row, message: say('bring_over.severalOfName', { name }) }
  const [known] = named
  if (known) return { ...words, number: known.number, name, isNew: false }
  return make
    ? { ...words, number: '', name, isNew: true }
    : { row: row.row, message: say('bring_over.numberMissing', { name }) }
}

function offerOf<Offered extends OfferedPackage>(row: BroughtRow, offers: readonly Offered[]): Offered | undefined {
  if (row.package === '') return undefined
  return offers.find(({ code }) => code === row.package) ?? offers.find(({ name }) => name === row.package)
}

function unknownPackage({ row, package: named }: BroughtRow): SheetProblem {
  return { row, message: say('bring_over.unknownPackage', { package: named }) }
}

/** The package of a row, with the tax in force on the day it was sold, as the sale will freeze it. */
function packageOf(
  row: BroughtRow,
  offered: OfferedPackage,
  prices: PriceList,
  terms: BillingTerms,
  day: BusinessDate,
): PlannedPackage | SheetProblem {
  const added = row.added ?? day
  const lines = offered.lines.map((line) => ({
    ...line,
    taxPercent: prices.atStandardRate(line.code, added)?.taxPercent ?? line.taxPercent,
  }))
  return plannedPackage(terms, row, { ...offered, lines }, { ref: `BO-${keyOf(row)}-${offered.code}`, day })
}

function keyOf({ number, name }: BroughtRow): string {
  return number === '' ? name : number
}
