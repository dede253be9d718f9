import type { BroughtStudent, MadePackageShown, SheetInput, SheetRead } from '../../../shared/contract/bring-over.ts'
import { dateText } from '../../../shared/date-text.ts'
import { cents, sumCents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { rateText } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { readCatalogue } from '../../billing/catalogue-store.ts'
import { lineDollars } from '../../billing/draw.ts'
import type { BillingTerms } from '../../billing/terms.ts'
import type { ReadDb } from '../../storage/database.ts'
import { broughtRows, type SheetProblem } from './brought-rows.ts'
import { proposedMeanings } from './meanings.ts'
import type { PlannedPackage } from './plan.ts'
import { planned, type Plan, type PlanChoices, type PlannedStudent } from './students.ts'
import type { MadePackage } from './made-packages.ts'
import type { SheetRow } from './sheet.ts'

const FIRST_ROWS = 5

/** What a spreadsheet says, as far as it can be read, and what would be recorded of it. */
export interface ReadOver {
  readonly shown: SheetRead
  readonly plan: Plan
}

/** Reads the rows of a spreadsheet (the row of names first) and plans what is brought over. Refused: invalid_input. */
export async function readOver(
  db: ReadDb,
  terms: BillingTerms,
  rows: readonly SheetRow[] | null,
  input: Pick<SheetInput, 'meanings'> & PlanChoices,
): Promise<Outcome<ReadOver>> {
  if (rows === null) return refused('invalid_input', say('bring_over.unreadable'), { field: 'file' })
  if (input.day > terms.today)
    return refused('wrong_date', say('bring_over.dayNotYet', { today: dateText(terms.today, terms.locale) }), {
      field: 'day',
    })
  const [names, ...others] = rows
  const header = names?.cells ?? []
  if (others.length === 0) return refused('invalid_input', say('bring_over.empty'), { field: 'file' })
  const catalogue = [...(await readCatalogue(db)).values()]
  const meanings = input.meanings ?? proposedMeanings(header, catalogue)
  const missing = missingColumns(meanings)
  const read = missing.length > 0 ? { rows: [], problems: missing } : broughtRows(rows, meanings, terms)
  const plan = await planned(db, terms, read.rows, input)
  const namesOf = new Map(catalogue.map(({ code, name }) => [code, name]))
  const problems = [...read.problems, ...plan.problems].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
  const shown = {
    header: [...header],
    firstRows: others.slice(0, FIRST_ROWS).map(({ cells }) => [...cells]),
    meanings: [...meanings],
    madePackages: plan.made.map((made) => shownMade(made, namesOf, terms)),
    students: plan.students.map((student) => shownStudent(student, namesOf)),
    problems,
  }
  return done({ shown, plan })
}

function missingColumns(meanings: SheetRead['meanings']): SheetProblem[] {
  const has = (of: string) => meanings.some((meaning) => meaning?.of === of)
  return [
    ...(has('number') || has('name') ? [] : [{ row: null, message: say('bring_over.noStudent') }]),
    ...(has('package') || has('account') ? [] : [{ row: null, message: say('bring_over.noPackage') }]),
  ]
}

function shownStudent(student: PlannedStudent, names: ReadonlyMap<string, string>): BroughtStudent {
  const { number, name, isNew, account } = student
  return { number, name, isNew, account, packages: student.packages.map((pack) => shownPackage(pack, names)) }
}

function shownMade(
  { code, lines, atStandard }: MadePackage,
  names: ReadonlyMap<string, string>,
  { minorDigits }: BillingTerms,
): MadePackageShown {
  return {
    code,
    price: sumCents(lines.map((line) => lineDollars(line, line.quantity, minorDigits))),
    lines: lines.map((line) => ({
      code: line.code,
      name: names.get(line.code) ?? line.code,
      quantity: line.quantity,
      rate: rateText(line.rate),
      isStandard: atStandard.has(line.code),
    })),
  }
}

function shownPackage(
  { offered, ref, added, end, price, paid, funds, lines }: PlannedPackage,
  names: ReadonlyMap<string, string>,
) {
  return {
    package: offered.code,
    packageName: offered.name,
    ref,
    added,
    end,
    price,
    paid,
    owed: cents(price - paid),
    funds,
    lines: lines.map(({ code, included, used }) => ({
      code,
      name: names.get(code) ?? code,
      included,
      used,
      left: hundredths(included - used),
    })),
  }
}
