import type { BusinessDate } from '../../../shared/dates.ts'
import type { Failure } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { Books } from '../../billing/books/books.ts'
import { givenOf, type BillingCommand } from '../../billing/books/command.ts'
import { perform } from '../../billing/books/perform.ts'
import { createCustomer } from '../../billing/customer-store.ts'
import { createOffer } from '../../billing/offers-store.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'
import type { BillingTerms } from '../../billing/terms.ts'
import type { WriteDb } from '../../storage/database.ts'
import { undoable } from '../../storage/undoable.ts'
import type { SheetProblem } from './brought-rows.ts'
import type { PlannedPackage } from './plan.ts'
import type { Plan, PlannedStudent } from './students.ts'

export interface BroughtOver {
  readonly recorded: number
  readonly alreadyThere: number
  readonly problems: readonly SheetProblem[]
}

/**
 * Records what is brought over: all or nothing. What was brought over before with the same content stays as it is;
 * with other content it is a problem of its row.
 */
export async function recordStudents(
  db: WriteDb,
  by: UserSignature,
  terms: BillingTerms,
  { made, students }: Pick<Plan, 'made' | 'students'>,
  day: BusinessDate,
): Promise<BroughtOver> {
  const problems: SheetProblem[] = []
  const counts = { recorded: 0, alreadyThere: 0 }
  await undoable(db, async () => {
    for (const offer of made) await createOffer(db, by, offer)
    const numbers = await customersMade(db, by, students)
    const books = await Books.open(db, by.now)
    for (const [index, student] of students.entries()) {
      const number = numbers[index] ?? student.number
      for (const { row, command } of commandsOf(student, number, by, day)) {
        const problem = await played(books, terms, command, counts)
        if (problem !== null) problems.push({ row, message: problem })
      }
    }
    await books.flush(db)
    return { ok: problems.length === 0 }
  })
  return problems.length > 0 ? { recorded: 0, alreadyThere: 0, problems } : { ...counts, problems }
}

/** Makes the customers that are not there yet; answers the numbers of all of them, in their order. */
async function customersMade(db: WriteDb, by: UserSignature, students: readonly PlannedStudent[]): Promise<string[]> {
  const numbers: string[] = []
  for (const { number, name, email, phone, isNew } of students) {
    if (!isNew) {
      numbers.push(number)
      continue
    }
    const made = await createCustomer(db, by, { number, name, email, phone })
    if (!made.ok) throw new Error(made.failure.message)
    numbers.push(made.value.number)
  }
  return numbers
}

async function played(
  books: Books,
  terms: BillingTerms,
  command: BillingCommand,
  counts: { recorded: number; alreadyThere: number },
): Promise<string | null> {
  const [prior] = await books.entriesOf(command.action, command.ref)
  if (prior) {
    const { given } = JSON.parse(prior.document) as { given: unknown }
    if (prior.date !== command.date || JSON.stringify(given) !== JSON.stringify(givenOf(command)))
      return say('bring_over.otherContent')
    counts.alreadyThere += 1
    return null
  }
  const outcome = await perform(books, terms, command)
  if (!outcome.ok) return sentence(outcome.failure)
  counts.recorded += 1
  return null
}

function sentence({ message, remedy }: Failure): string {
  return remedy === undefined ? message : say('bring_over.refused', { message, remedy })
}

interface RowCommand {
  readonly row: number
  readonly command: BillingCommand
}

function commandsOf(student: PlannedStudent, number: string, by: UserSignature, day: BusinessDate): RowCommand[] {
  const header = { userId: by.userId, note: '' }
  const account: RowCommand[] =
    student.account === null || student.account === 0
      ? []
      : [
          {
            row: student.row,
            command: {
              ...header,
              action: 'opening_account',
              date: day,
              ref: `BO-${student.key}-account`,
              customer: number,
              amount: student.account,
            },
          },
        ]
  return [...student.packages.flatMap((pack) => packageCommands(pack, number, header, day)), ...account]
}

function packageCommands(
  { row, offered, ref, added, end, agreed, paid, lines }: PlannedPackage,
  customer: string,
  header: { readonly userId: number; readonly note: string },
  day: BusinessDate,
): RowCommand[] {
  const sale: BillingCommand = {
    ...header,
    action: 'add_to_package',
    date: added,
    ref,
    customer,
    package: offered.code,
    price: agreed,
    end,
  }
  const payment: BillingCommand[] =
    paid === 0
      ? []
      : [{ ...header, action: 'opening_payment', date: day, ref: `${ref}-paid`, package: ref, amount: paid }]
  const uses = lines.flatMap(({ code, used }): BillingCommand[] =>
    used === 0
      ? []
      : [
          {
            ...header,
            action: 'opening_use',
            date: day,
            ref: `${ref}-${code}`,
            package: ref,
            code,
            quantity: used,
            amount: null,
            method: 'package',
          },
        ],
  )
  return [sale, ...payment, ...uses].map((command) => ({ row, command }))
}
