import { TENDER_KINDS } from '../billing/account-names.ts'
import { RECORD_ACTIONS } from '../billing/records/record-actions.ts'
import { readClosings } from '../billing/closing-store.ts'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import { say } from '../../shared/words/say.ts'

const MOST_FINDINGS = 100

/** Closed days held: nothing was dated into them while they were closed, and the ledger gives what was signed off. */
export async function verifyClosings(db: ReadDb): Promise<Finding[]> {
  const closed = await db
    .selectFrom('closings as c')
    .leftJoin('closing_reopenings as r', 'r.closing_id', 'c.id')
    .select(['c.from_date as from', 'c.to_date as to', 'c.last_entry as after', 'r.last_entry as until'])
    .orderBy('c.id')
    .execute()
  if (closed.length === 0) return []
  const lastOn = await lastEntryOfDays(db)
  const findings: Finding[] = []
  for (const days of closed) {
    const suspect = lastOn.some(({ date, number }) => date >= days.from && date <= days.to && number > days.after)
    if (suspect) findings.push(...(await datedInto(db, days)))
  }
  return [...findings, ...(await signedOtherwise(db))].slice(0, MOST_FINDINGS)
}

function lastEntryOfDays(db: ReadDb): Promise<{ date: string; number: number }[]> {
  return db
    .selectFrom('entries')
    .select('date')
    .select(({ fn }) => fn.max<number>('number').as('number'))
    .where('action', 'not in', RECORD_ACTIONS)
    .groupBy('date')
    .execute()
}

async function datedInto(
  db: ReadDb,
  days: { from: string; to: string; after: number; until: number | null },
): Promise<Finding[]> {
  const rows = await db
    .selectFrom('entries')
    .select(['number', 'date'])
    .where('number', '>', days.after)
    .$if(days.until !== null, (query) => query.where('number', '<=', days.until ?? 0))
    .where('date', '>=', days.from)
    .where('date', '<=', days.to)
    .where('action', 'not in', RECORD_ACTIONS)
    .orderBy('number')
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ number, date }) => ({
    check: 'records',
    entry: number,
    message: say('findings.entry_on_closed_day', { entry: number, date }),
  }))
}

async function signedOtherwise(db: ReadDb): Promise<Finding[]> {
  const byDay = await tendersByDay(db)
  const standing = (await readClosings(db)).filter(({ reopened }) => !reopened)
  return standing.flatMap(({ from, to, tenders }) =>
    tenders.flatMap(({ tender, expected }): Finding[] => {
      const held = byDay
        .filter(({ kind, date }) => kind === tender && date >= from && date <= to)
        .reduce((sum, { amount }) => sum + amount, 0)
      const message = say('findings.closing_with_another_sum', { from, to, tender })
      return held === expected ? [] : [{ check: 'records', entry: null, message }]
    }),
  )
}

function tendersByDay(db: ReadDb): Promise<{ kind: string; date: string; amount: number }[]> {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['a.kind', 'e.date'])
    .select(({ fn }) => fn.sum<number>('p.amount').as('amount'))
    .where('a.owner', '=', 0)
    .where('a.kind', 'in', TENDER_KINDS)
    .groupBy(['a.kind', 'e.date'])
    .execute()
}
