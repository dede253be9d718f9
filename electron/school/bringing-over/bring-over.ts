import type { BroughtStudent, SheetInput, SheetRead } from '../../../shared/contract/bring-over.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { readCatalogue } from '../../billing/catalogue-store.ts'
import type { BillingTerms } from '../../billing/terms.ts'
import type { ReadDb } from '../../storage/database.ts'
import { broughtRows, type SheetProblem } from './brought-rows.ts'
import { proposedMeanings } from './meanings.ts'
import type { PlannedPackage } from './plan.ts'
import { planned, type PlannedStudent } from './students.ts'

const FIRST_ROWS = 5

/** What a spreadsheet says, as far as it can be read, and what would be recorded of it. */
export interface ReadOver {
  readonly shown: SheetRead
  readonly students: readonly PlannedStudent[]
}

/** Reads the rows of a spreadsheet (the row of names first) and plans what is brought over. Refused: invalid_input. */
export async function readOver(
  db: ReadDb,
  terms: BillingTerms,
  rows: readonly (readonly string[])[] | null,
  input: Pick<SheetInput, 'meanings' | 'makeCustomers' | 'day'>,
): Promise<Outcome<ReadOver>> {
  if (rows === null) return refused('invalid_input', say('bring_over.unreadable'), { field: 'file' })
  const [header = [], ...others] = rows
  if (others.length === 0) return refused('invalid_input', say('bring_over.empty'), { field: 'file' })
  const catalogue = [...(await readCatalogue(db)).values()]
  const meanings = input.meanings ?? proposedMeanings(header, catalogue)
  const missing = missingColumns(meanings)
  const read = missing.length > 0 ? { rows: [], problems: missing } : broughtRows(rows, meanings, terms)
  const plan = await planned(db, terms, read.rows, input)
  const names = new Map(catalogue.map(({ code, name }) => [code, name]))
  const problems = [...read.problems, ...plan.problems].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
  const shown = {
    header: [...header],
    firstRows: others.slice(0, FIRST_ROWS).map((row) => [...row]),
    meanings: [...meanings],
    students: plan.students.map((student) => shownStudent(student, names)),
    problems,
  }
  return done({ shown, students: plan.students })
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

function shownPackage({ offered, ref, price, paid, funds, lines }: PlannedPackage, names: ReadonlyMap<string, string>) {
  return {
    package: offered.code,
    packageName: offered.name,
    ref,
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
