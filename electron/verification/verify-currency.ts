import { currencyOf } from '../../shared/currency.ts'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'

/** Every amount is counted in the currency's minor unit: with other decimals each would say something else. */
export async function verifyCurrency(db: ReadDb): Promise<Finding[]> {
  const school = await db.selectFrom('school').select(['currency', 'minor_digits']).executeTakeFirst()
  const currency = school && currencyOf(school.currency)
  if (!school || currency?.minorDigits === school.minor_digits) return []
  const message = `Amounts of ${school.currency} are shown with ${school.minor_digits} decimals, which that currency does not have.`
  return [{ check: 'records', entry: null, message }]
}
