import type { Closing, Expected } from '../../shared/contract/closings.ts'
import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { done, refused } from '../../shared/failure.ts'
import { closeDays } from '../billing/closing.ts'
import { denominations, expectedByTender, lastEntryDated } from '../billing/closing-expected-store.ts'
import { insertClosing, insertReopening, readClosings } from '../billing/closing-store.ts'
import { readSchool, type SchoolTerms } from '../billing/school-store.ts'
import type { ReadDb } from '../storage/database.ts'
import type { Implementations } from './implementation.ts'

export const closingsImplementations: Implementations<
  'closings.list' | 'closings.expected' | 'closings.close' | 'closings.reopen'
> = {
  'closings.list': async ({ db }) => done({ rows: await readClosings(db) }),
  'closings.expected': async ({ db }, { days }) => done(await expectedOn(db, days)),

  'closings.close': async ({ db, user, now }, input) => {
    if (!user) throw new Error('a closing without a user')
    const school = await schoolOf(db)
    const { tenders, lastEntry, closed } = await expectedOn(db, input.days)
    const signedOff = closeDays(
      school,
      {
        today: businessDateAt(now, school.timeZone),
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
    if (!user) throw new Error('a reopening without a user')
    const [closing] = await readClosings(db, { id })
    if (!closing) return refused('not_found', 'There is no such closing.', { field: 'id' })
    if (closing.reopened) {
      return refused('wrong_state', `${closing.reopened.by} has reopened these days already.`, { field: 'id' })
    }
    await insertReopening(db, id, reason, { userId: user.id, now })
    return done(await closingOf(db, id))
  },
}

async function expectedOn(db: ReadDb, days: { from: BusinessDate; to: BusinessDate }): Promise<Expected> {
  const { currency } = await schoolOf(db)
  const [before] = (await readClosings(db)).filter(({ reopened, to }) => !reopened && to < days.from)
  return {
    ...days,
    tenders: await expectedByTender(db, days),
    denominations: denominations(currency),
    lastFloat: before?.cash.float ?? cents(0),
    lastEntry: await lastEntryDated(db, days),
    closed: (await readClosings(db, { sharing: days })).filter(({ reopened }) => !reopened),
  }
}

async function closingOf(db: ReadDb, id: number): Promise<Closing> {
  const [closing] = await readClosings(db, { id })
  if (!closing) throw new Error(`closing ${id} was not kept`)
  return closing
}

async function schoolOf(db: ReadDb): Promise<SchoolTerms> {
  const school = await readSchool(db)
  if (!school) throw new Error('a signed-in user without a school')
  return school
}
