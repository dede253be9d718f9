import { COUNTED_TENDERS, type Expected } from '../../shared/contract/closings.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import type { ReadDb } from '../storage/database.ts'
import { TENDER_KINDS } from './account-names.ts'
import { RECORD_ACTIONS } from './records/record-actions.ts'

interface Days {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** What the ledger holds of each tender on business dates: what came in, and what went back. */
export async function expectedByTender(db: ReadDb, { from, to }: Days): Promise<Expected['tenders']> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select('a.kind')
    .select(({ eb, fn, val }) => {
      const sumWhere = (side: '>' | '<', value: 'p.amount' | 1) =>
        fn.sum<number>(
          eb
            .case()
            .when('p.amount', side, 0)
            .then(value === 1 ? val(1) : eb.ref(value))
            .else(val(0))
            .end(),
        )
      return [
        sumWhere('>', 'p.amount').as('received'),
        sumWhere('<', 'p.amount').as('back'),
        sumWhere('>', 1).as('receipts'),
        sumWhere('<', 1).as('returns'),
      ]
    })
    .where('a.owner', '=', 0)
    .where('a.kind', 'in', TENDER_KINDS)
    .where('e.date', '>=', from)
    .where('e.date', '<=', to)
    .groupBy('a.kind')
    .execute()
  return COUNTED_TENDERS.map((tender) => {
    const { received = 0, back = 0, receipts = 0, returns = 0 } = rows.find(({ kind }) => kind === tender) ?? {}
    return {
      tender,
      received: cents(received),
      givenBack: cents(-back),
      expected: cents(received + back),
      receipts,
      returns,
    }
  })
}

/** The last action dated on business dates; 0 where there is none. */
export async function lastEntryDated(db: ReadDb, { from, to }: Days): Promise<number> {
  const row = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.max<number | null>('number').as('number'))
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('action', 'not in', RECORD_ACTIONS)
    .executeTakeFirst()
  return row?.number ?? 0
}
