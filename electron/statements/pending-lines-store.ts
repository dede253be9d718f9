import type { StatementPackage } from '../../shared/contract/statements.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { lineKind } from '../billing/catalogue-store.ts'
import type { ReadDb } from '../storage/database.ts'

/** What of a customer package stood on unpaid invoices at the end of a day, as the ledger knew it at an entry. */
export async function pendingLines(
  db: ReadDb,
  customerPackageId: number,
  asOf: BusinessDate,
  head: number,
): Promise<StatementPackage['pending']> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .innerJoin('catalogue as c', 'c.code', 'a.commodity')
    .select(['e.ref', 'a.line', 'c.code', 'c.name', 'c.kind'])
    .select(({ fn }) => [fn.sum<number>('p.quantity').as('quantity'), fn.sum<number>('p.amount').as('amount')])
    .where('a.owner', '=', customerPackageId)
    .where('a.kind', '=', 'line_pending')
    .where('e.date', '<=', asOf)
    .where('e.number', '<=', head)
    .groupBy(['e.ref', 'a.line'])
    .orderBy('e.ref')
    .orderBy('a.line')
    .execute()
  return rows
    .filter(({ quantity, amount }) => Number(quantity) !== 0 || Number(amount) !== 0)
    .map(({ ref, code, name, kind, quantity, amount }) => ({
      ref,
      code,
      name,
      kind: lineKind(kind),
      quantity: hundredths(Number(quantity)),
      amount: cents(Number(amount)),
    }))
}
