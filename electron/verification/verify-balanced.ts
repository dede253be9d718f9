import type { ReadDb } from '../storage/database.ts'
import type { Finding } from './finding.ts'
import { say } from '../../shared/words/say.ts'

const MOST_FINDINGS = 100

/** Every entry's postings sum to zero in the currency and in each commodity; no posting is without its entry. */
export async function verifyBalanced(db: ReadDb): Promise<Finding[]> {
  const unbalanced = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['p.entry_number as entry', 'a.commodity'])
    .select(({ fn }) => [fn.sum<number>('p.quantity').as('quantity'), fn.sum<number>('p.amount').as('amount')])
    .where('a.commodity', '<>', '')
    .groupBy(['p.entry_number', 'a.commodity'])
    .having(({ eb, fn }) => eb(fn.sum('p.quantity'), '<>', 0))
    .limit(MOST_FINDINGS)
    .execute()
  const money = await db
    .selectFrom('postings as p')
    .select(['p.entry_number as entry'])
    .select(({ fn }) => fn.sum<number>('p.amount').as('amount'))
    .groupBy('p.entry_number')
    .having(({ eb, fn }) => eb(fn.sum('p.amount'), '<>', 0))
    .limit(MOST_FINDINGS)
    .execute()
  const orphans = await db
    .selectFrom('postings as p')
    .leftJoin('entries as e', 'e.number', 'p.entry_number')
    .leftJoin('accounts as a', 'a.id', 'p.account_id')
    .select('p.entry_number as entry')
    .where(({ eb, or }) => or([eb('e.number', 'is', null), eb('a.id', 'is', null)]))
    .limit(MOST_FINDINGS)
    .execute()
  return [
    ...unbalanced.map(({ entry, commodity, quantity }) =>
      finding(entry, say('findings.entry_leaves_hundredths', { entry, quantity, commodity })),
    ),
    ...money.map(({ entry, amount }) => finding(entry, say('findings.entry_leaves_money', { entry, amount }))),
    ...orphans.map(({ entry }) => finding(entry, say('findings.posting_without_entry', { entry }))),
  ]
}

function finding(entry: number, message: string): Finding {
  return { check: 'balanced', entry, message }
}
