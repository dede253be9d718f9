import type { Figure } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { figureAccounts } from './figure-accounts.ts'

/** What an entry adds to a figure, in the figure's unit (minor units or hundredths). */
export interface Contribution {
  readonly entry: number
  readonly contribution: number
}

/** Every entry that adds to a figure of a customer package, newest first: together they are the figure. */
export async function contributions(
  db: ReadDb,
  customerPackageId: number,
  figure: Figure,
  asOf: BusinessDate | null,
): Promise<Contribution[]> {
  const { parts, line, unit } = figureAccounts(figure)
  const accounts = await db
    .selectFrom('accounts')
    .select(['id', 'kind'])
    .where('owner', '=', customerPackageId)
    .where(
      'kind',
      'in',
      parts.map(({ kind }) => kind),
    )
    .$if(line !== null, (query) => query.where('line', '=', line ?? 0))
    .execute()
  if (accounts.length === 0) return []
  const rows = await db
    .selectFrom('postings as p')
    .select(['p.entry_number', 'p.account_id', `p.${unit} as value`])
    .where(
      'p.account_id',
      'in',
      accounts.map(({ id }) => id),
    )
    .$if(asOf !== null, (query) =>
      query.innerJoin('entries as e', 'e.number', 'p.entry_number').where('e.date', '<=', asOf ?? ''),
    )
    .execute()
  const signs = new Map(accounts.map(({ id, kind }) => [id, parts.find((part) => part.kind === kind)?.sign ?? 0]))
  const sums = new Map<number, number>()
  for (const { entry_number, account_id, value } of rows) {
    sums.set(entry_number, (sums.get(entry_number) ?? 0) + value * (signs.get(account_id) ?? 0))
  }
  return [...sums]
    .map(([entry, contribution]) => ({ entry, contribution }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((left, right) => right.entry - left.entry)
}
