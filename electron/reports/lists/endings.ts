import { MOST_ENDS, type EndingRow } from '../../../shared/contract/change-ends.ts'
import type { PackageListFilter } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import type { ReadDb } from '../../storage/database.ts'
import { packagesPage } from './packages-list.ts'

export interface EndingsChoice {
  readonly search: string
  readonly status: PackageListFilter | null
  /** only packages on which something of this code is left */
  readonly code: string | null
}

/** The packages of a search and filter whose last valid day can be changed, by customer; without a filter the unfinished ones. */
export async function endings(
  db: ReadDb,
  { search, status, code }: EndingsChoice,
  today: BusinessDate,
): Promise<{ rows: EndingRow[]; tooMany: boolean }> {
  const statuses = status === null ? (['active', 'expired'] as const) : [status]
  const found = []
  for (const each of statuses) {
    const choice = { search, status: each, today, sort: 'customer', direction: 'ascending', after: null } as const
    const page = await packagesPage(db, { ...choice, limit: MOST_ENDS + 1 })
    found.push(...page.rows)
  }
  const left =
    code === null
      ? null
      : await leftOf(
          db,
          code,
          found.map(({ ref }) => ref),
        )
  const rows = found
    .filter(({ ref, status: now }) => now !== 'removed' && (left === null || (left.get(ref) ?? 0) > 0))
    .map(({ ref, customerName, packageName, status: now, lastValid }) => ({
      ref,
      customerName,
      packageName,
      status: now,
      lastValid,
      left: left?.get(ref) ?? null,
    }))
  return { rows: rows.slice(0, MOST_ENDS), tooMany: rows.length > MOST_ENDS || found.length > MOST_ENDS }
}

/** What remains of a code on customer packages, by ref. */
async function leftOf(db: ReadDb, code: string, refs: readonly string[]): Promise<Map<string, Hundredths>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customer_package_lines as l', 'l.customer_package_id', 'p.id')
    .innerJoin('accounts as a', (join) => join.onRef('a.owner', '=', 'p.id').onRef('a.line', '=', 'l.line'))
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select('p.ref')
    .select(({ fn }) => fn.sum<number>('b.quantity').as('taken'))
    .where('p.ref', 'in', [...refs])
    .where('l.code', '=', code)
    .where('a.kind', 'in', ['line_included', 'line_used'])
    .groupBy('p.ref')
    .execute()
  // What is included stands on the other side, below zero.
  return new Map(rows.map(({ ref, taken }) => [ref, hundredths(-Number(taken))]))
}
