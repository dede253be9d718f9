import type { Closing, Expected } from '../../../shared/contract/closings.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { denominations } from '../../../shared/denominations.ts'
import { cents } from '../../../shared/money.ts'
import { done, refused } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { closeDays } from '../../billing/closing.ts'
import { expectedByTender, lastEntryDated } from '../../billing/closing-expected-store.ts'
import { insertClosing, insertReopening, readClosings } from '../../billing/closing-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { hasOtherDesks } from '../../storage/other-engine.ts'
import type { Implementations } from '../implementation.ts'

export const closingsImplementations: Implementations<
  'closings.list' | 'closings.expected' | 'closings.close' | 'closings.reopen'
> = {
  'closings.list': async ({ db }) => done({ rows: await readClosings(db) }),
  'closings.expected': async ({ db, school }, { days }) => done(await expectedOn(db, school.currency, days)),

  'closings.close': async ({ db, user, now, school, today }, input) => {
    const { tenders, lastEntry, closed } = await expectedOn(db, school.currency, input.days)
    const signedOff = closeDays(
      school,
      {
        today,
        expected: new Map(tenders.map(({ tender, expected }) => [tender, expected])),
        lastEntry,
        overlapping: closed[0],
      },
      input,
    )
    if (!signedOff.ok) return signedOff
    const id = await insertClosing(db, input.days, signedOff.value, { userId: user.id, now })
    return done(await closingOf(db, id))
  },

  'closings.reopen': async ({ db, user, now }, { id, reason }) => {
    const [closing] = await readClosings(db, { id })
    if (!closing) return refused('not_found', say('refused_calls.there_is_no_such_closing'), { field: 'id' })
    if (closing.reopened) {
      return refused(
        'wrong_state',
        say('refused_calls.by_has_reopened_these_days_already', { by: closing.reopened.by }),
        {
          field: 'id',
        },
      )
    }
    await insertReopening(db, id, reason, { userId: user.id, now })
    return done(await closingOf(db, id))
  },
}

async function expectedOn(
  db: ReadDb,
  currency: string,
  days: { from: BusinessDate; to: BusinessDate },
): Promise<Expected> {
  const [before] = (await readClosings(db)).filter(({ reopened, to }) => !reopened && to < days.from)
  return {
    ...days,
    tenders: await expectedByTender(db, days),
    denominations: denominations(currency),
    lastFloat: before?.cash.float ?? cents(0),
    lastEntry: await lastEntryDated(db, days),
    closed: (await readClosings(db, { sharing: days })).filter(({ reopened }) => !reopened),
    otherDesks: hasOtherDesks(db),
  }
}

async function closingOf(db: ReadDb, id: number): Promise<Closing> {
  const [closing] = await readClosings(db, { id })
  if (!closing) throw new Error(`closing ${id} was not kept`)
  return closing
}
