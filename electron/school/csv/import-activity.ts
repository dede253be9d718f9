import { setImmediate as breathe } from 'node:timers/promises'
import { Books } from '../../billing/books/books.ts'
import type { PriorEntry } from '../../billing/books/prior-entries-store.ts'
import { TooLarge } from '../../../shared/too-large.ts'
import { say } from '../../../shared/words/say.ts'
import { actions } from '../../billing/actions/index.ts'
import { givenOf, namesItsOwnRef, type BillingCommand } from '../../billing/books/command.ts'
import { perform } from '../../billing/books/perform.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import { billingTerms, type BillingTerms } from '../../billing/terms.ts'
import { activityCommands } from './activity-commands.ts'
import type { ImportContext } from './import-context.ts'
import { sentence } from './import-problems.ts'
import { readRows } from './school-rows.ts'

const ACTIONS_A_FLUSH = 250
const ACTIONS_A_BREATH = 250

/** Plays activity.csv in file order through the same rules as the desk. */
export async function importActivity(context: ImportContext, school: SchoolTerms): Promise<void> {
  const { db, problems, imported, alreadyThere, progress } = context
  const rows = readRows(context.folder, 'activity.csv', problems)
  if (rows.length === 0) return
  const users = await db.selectFrom('users').select(['username', 'id']).execute()
  const userIds = new Map(users.map(({ username, id }) => [username, id]))
  const books = await Books.open(db, context.by.now)
  const terms = billingTerms(school, context.by.now, 'past')
  const seen = new SeenBefore()
  const restsOnUnreadable = problems.restsOnUnreadable('activity.csv')
  let played = 0
  for (const { row, command } of activityCommands(rows, userIds, terms.minorDigits, problems)) {
    // What reads or moves all of a customer finds everything written, and leaves nothing read before.
    const wide = 'wide' in actions[command.action]
    if (wide) await books.flush(db)
    const key = seenKey(command)
    const answer = await play(books, terms, command, seen.times(key))
    if (wide) await books.flush(db)
    if (typeof answer === 'string') seen.add(key)
    if (answer === 'recorded') imported.activity++
    else if (answer === 'there already') alreadyThere.activity++
    // What the rules refuse may follow from the file that could not be read: its cause is said once, there.
    else if (!answer.byRules || !restsOnUnreadable) problems.add('activity.csv', row, answer.problem)
    played++
    if (played % ACTIONS_A_FLUSH === 0) await books.flush(db)
    if (played % ACTIONS_A_BREATH === 0) {
      progress('activity.csv', row, rows.length)
      await breathe()
    }
  }
  await books.flush(db)
  progress('activity.csv', rows.length, rows.length)
}

type Played = 'recorded' | 'there already' | { readonly problem: string; readonly byRules?: true }

/** @param times how often this file held it before */
async function play(books: Books, terms: BillingTerms, command: BillingCommand, times: number): Promise<Played> {
  const prior = await books.entriesOf(command.action, command.ref)
  const same = prior.filter((entry) => sameContent(entry, command)).length
  if (namesItsOwnRef(command)) {
    if (times > 0) return { problem: say('activity_csv.the_reference_ref_stands_in_an_earlier', { ref: command.ref }) }
    if (same > 0) return 'there already'
    if (prior.length > 0)
      return {
        problem: say('activity_csv.ref_is_in_the_school_already_with_other', { ref: command.ref }),
      }
  } else if (times < same) {
    return 'there already'
  }
  try {
    const outcome = await perform(books, terms, command)
    return outcome.ok ? 'recorded' : { problem: sentence(outcome.failure), byRules: true }
  } catch (error) {
    if (error instanceof TooLarge) return { problem: `${error.message} ${say('text.too_large_remedy')}` }
    throw error
  }
}

function sameContent(entry: PriorEntry, command: BillingCommand): boolean {
  const given = (JSON.parse(entry.document) as { given: unknown }).given
  return (
    contentText(entry.date, entry.user_id, entry.note, given) ===
    contentText(command.date, command.userId, command.note, givenOf(command))
  )
}

/** What may stand once in a file where it names its own reference, and as often as it happened where it does not. */
function seenKey(command: BillingCommand): string {
  if (namesItsOwnRef(command)) return `${command.action} ${command.ref}`
  return `${command.action} ${command.ref} ${contentText(command.date, command.userId, command.note, givenOf(command))}`
}

function contentText(date: string, userId: number, note: string, given: unknown): string {
  return JSON.stringify([date, userId, note, given])
}

/** Counts what this file held before. Rows that were refused do not count: they are as if they were not there. */
class SeenBefore {
  readonly #times = new Map<string, number>()

  times(key: string): number {
    return this.#times.get(key) ?? 0
  }

  add(key: string): void {
    this.#times.set(key, this.times(key) + 1)
  }
}
