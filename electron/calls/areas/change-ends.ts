import type { CallArguments } from '../../../shared/contract/index.ts'
import type { ActionDone } from '../../../shared/contract/action-values.ts'
import type { NewEnd } from '../../../shared/contract/change-ends.ts'
import { dateText } from '../../../shared/date-text.ts'
import { addMonths, daysBefore, type BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { Books } from '../../billing/books/books.ts'
import type { BillingCommand } from '../../billing/books/command.ts'
import { decide, perform } from '../../billing/books/perform.ts'
import { nextRefs } from '../../billing/next-ref-store.ts'
import { billingTerms, type BillingTerms } from '../../billing/terms.ts'
import { endings } from '../../reports/lists/endings.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { DeskCaller } from '../desk-action.ts'
import type { Implementations } from '../implementation.ts'

type Asked = CallArguments<'packages.changeEnds'>

/** The last valid day of many customer packages at once: a grounded fleet, a winter. One command, all or nothing. */
export const changeEndsImplementations: Implementations<
  'packages.endings' | 'packages.changeEnds' | 'packages.changeEnds.preview'
> = {
  'packages.endings': async ({ db, today }, input) => done(await endings(db, input, today)),

  'packages.changeEnds.preview': async (caller, input) => {
    // A reason not written yet is missed only once it is asked for.
    const note = input.note.trim() === '' ? '…' : input.note
    const { books, terms, commands } = await prepared(caller, { ...input, note })
    const rows = []
    for (const { was, command } of commands) {
      const problem = (await stale(books, command, was)) ?? (await decide(books, terms, command))
      rows.push({ ref: command.package, end: command.end, problem: problem.ok ? null : problem.failure.message })
    }
    return done({ rows })
  },

  'packages.changeEnds': (caller, input) => changeEnds(caller, input),
}

async function changeEnds(caller: DeskCaller<WriteDb>, input: Asked): Promise<Outcome<ActionDone>> {
  const { books, terms, commands } = await prepared(caller, input)
  let entry = 0
  for (const { was, command } of commands) {
    const changed = (await stale(books, command, was)) ?? (await perform(books, terms, command))
    if (!changed.ok) {
      const { failure } = changed
      const message = say('package_life.endsRefused', { ref: command.package, reason: failure.message })
      return { ok: false, failure: { ...failure, message } }
    }
    entry = changed.value
  }
  await books.flush(caller.db)
  const ref = commands.at(-1)?.command.ref ?? ''
  return done({ entry, ref, sentence: sentence(terms, input) })
}

interface EndCommand {
  readonly was: BusinessDate | null
  readonly command: Extract<BillingCommand, { action: 'change_end' }>
}

async function prepared({ db, user, school, today, now }: DeskCaller<ReadDb>, input: Asked) {
  const { packages, date, note, to } = input
  const refs = await nextRefs(db, 'change_end', 'END-', packages.length)
  const commands = packages.map(({ ref, was }, index): EndCommand => ({
    was,
    command: {
      action: 'change_end',
      package: ref,
      end: newEnd(to, was),
      date: date ?? today,
      userId: user.id,
      ref: refs[index] ?? '',
      note,
    },
  }))
  return { books: await Books.open(db, now), terms: billingTerms(school, now), commands }
}

/** What never ends gets no longer. */
function newEnd(to: NewEnd, was: BusinessDate | null): BusinessDate | null {
  switch (to.how) {
    case 'day':
      return to.day
    case 'never':
      return null
    case 'days':
      return was && daysBefore(was, -to.count)
    case 'months':
      return was && addMonths(was, to.count)
  }
}

/** Whether somebody else changed the day that was shown; or a package among them never ends and would get longer. */
async function stale(
  books: Books,
  { package: ref, end }: EndCommand['command'],
  was: BusinessDate | null,
): Promise<Outcome<never> | undefined> {
  const pack = await books.customerPackage(ref)
  if (!pack) return undefined
  if (pack.lastValid !== was)
    return refused('stale', say('refused_calls.was_changed', { ref }), {
      remedy: say('refused_calls.the_numbers_are_new_now_look_at_them'),
    })
  // The same day again would be an entry that says nothing.
  if (end !== was) return undefined
  return refused('invalid_input', say(was === null ? 'package_life.endsNeverLonger' : 'package_life.endsSame', { ref }))
}

function sentence(terms: BillingTerms, { packages, to }: Asked): string {
  const { length: count } = packages
  switch (to.how) {
    case 'day':
      return say('package_life.endsChangedToDay', { count, day: dateText(to.day, terms.locale) })
    case 'never':
      return say('package_life.endsChangedToNever', { count })
    case 'days':
      return say('package_life.endsChangedByDays', { count, days: to.count })
    case 'months':
      return say('package_life.endsChangedByMonths', { count, months: to.count })
  }
}
