import type { ReadDb } from '../storage/database.ts'
import type { Finding } from './finding.ts'

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
      finding(entry, `Entry ${entry} leaves ${quantity} hundredths of ${commodity} over.`),
    ),
    ...money.map(({ entry, amount }) => finding(entry, `Entry ${entry} leaves ${amount} minor units of money over.`)),
    ...orphans.map(({ entry }) => finding(entry, `A posting of entry ${entry} has no entry or no account.`)),
  ]
}

function finding(entry: number, message: string): Finding {
  return { check: 'balanced', entry, message }
}

/** The balances kept beside the ledger equal the sums of the postings. */
export async function verifyBalances(db: ReadDb): Promise<Finding[]> {
  const rows = await db
    .with('sums', (query) =>
      query
        .selectFrom('postings')
        .select('account_id')
        .select(({ fn }) => [
          fn.sum<number>('quantity').as('quantity'),
          fn.sum<number>('amount').as('amount'),
          fn.max('entry_number').as('last_entry'),
        ])
        .groupBy('account_id'),
    )
    .selectFrom('accounts as a')
    .leftJoin('sums as s', 's.account_id', 'a.id')
    .leftJoin('account_balances as b', 'b.account_id', 'a.id')
    .select([
      'a.kind',
      'a.owner',
      'a.line',
      's.last_entry',
      's.quantity',
      's.amount',
      'b.quantity as kept_quantity',
      'b.amount as kept_amount',
    ])
    .where(({ eb, or, ref }) =>
      or([
        eb('s.account_id', 'is', null),
        eb('b.account_id', 'is', null),
        eb('s.quantity', '<>', ref('b.quantity')),
        eb('s.amount', '<>', ref('b.amount')),
      ]),
    )
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map((row) => ({
    check: 'balances',
    entry: row.last_entry === null ? null : Number(row.last_entry),
    message:
      `The balance kept for ${row.kind} ${row.owner}${row.line > 0 ? ` line ${row.line}` : ''} is ` +
      `${row.kept_quantity ?? 'missing'} / ${row.kept_amount ?? 'missing'}; the ledger gives ${row.quantity ?? 0} / ${row.amount ?? 0}.`,
  }))
}
