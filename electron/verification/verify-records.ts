import { currencyOf } from '../../shared/currency.ts'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import { verifyClosings } from './verify-closings.ts'
import { verifyInvoices } from './verify-invoices.ts'
import { verifyList } from './verify-list.ts'
import { verifyFrozenTerms } from './verify-terms.ts'

const MOST_FINDINGS = 100

/**
 * What is kept beside the ledger for the screens, and the frozen terms, agree with the ledger: the Packages tab's rows,
 * the terms of customer packages and the lines of invoices, the states and payments of invoices, the currency.
 */
export async function verifyRecords(db: ReadDb): Promise<Finding[]> {
  return [
    ...(await verifyList(db)),
    ...(await verifyEmptyLines(db)),
    ...(await verifyFrozenTerms(db, 'add_to_package')),
    ...(await verifyFrozenTerms(db, 'invoice')),
    ...(await verifyInvoices(db)),
    ...(await verifyCurrency(db)),
    ...(await verifyClosings(db)),
  ]
}

/** An empty line holds no odd cents. */
async function verifyEmptyLines(db: ReadDb): Promise<Finding[]> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .innerJoin('customer_packages as p', 'p.id', 'a.owner')
    .select(['p.ref', 'a.commodity'])
    .where('a.kind', 'in', ['line_available', 'line_pending', 'line_used'])
    .where('b.quantity', '=', 0)
    .where('b.amount', '<>', 0)
    .limit(MOST_FINDINGS)
    .execute()
  return rows.map(({ ref, commodity }) => ({
    check: 'records',
    entry: null,
    message: `${ref} holds odd cents on nothing of ${commodity}.`,
  }))
}

/** Every amount is counted in the currency's minor unit: with other decimals each would say something else. */
async function verifyCurrency(db: ReadDb): Promise<Finding[]> {
  const school = await db.selectFrom('school').select(['currency', 'minor_digits']).executeTakeFirst()
  const currency = school && currencyOf(school.currency)
  if (!school || currency?.minorDigits === school.minor_digits) return []
  const message = `Amounts of ${school.currency} are shown with ${school.minor_digits} decimals, which that currency does not have.`
  return [{ check: 'records', entry: null, message }]
}
