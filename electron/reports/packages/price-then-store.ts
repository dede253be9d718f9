import type { BusinessDate } from '../../../shared/dates.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'

/**
 * The price of a customer package up to an entry, and the end of a day where one is given: what its lines included then. Lapsing lowers it.
 * @returns minor units
 */
export async function priceThen(
  db: ReadDb,
  customerPackageId: number,
  { head, asOf }: { readonly head: number; readonly asOf: BusinessDate | null },
): Promise<Cents> {
  const row = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(({ fn }) => fn.sum<number | null>('p.amount').as('amount'))
    .where('a.owner', '=', customerPackageId)
    .where('a.kind', '=', 'line_included')
    .where('e.number', '<=', head)
    .$if(asOf !== null, (query) => query.where('e.date', '<=', asOf ?? ''))
    .executeTakeFirst()
  return cents(-(row?.amount ?? 0))
}
