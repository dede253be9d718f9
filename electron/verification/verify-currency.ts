import { currencyOf } from '../../shared/currency.ts'
import type { Finding } from './finding.ts'
import type { ReadDb } from '../storage/database.ts'
import { say } from '../../shared/words/say.ts'

/** Every amount is counted in the currency's minor unit: with other decimals each would say something else. */
export async function verifyCurrency(db: ReadDb): Promise<Finding[]> {
  const school = await db.selectFrom('school').select(['currency', 'minor_digits']).executeTakeFirst()
  const currency = school && currencyOf(school.currency)
  if (!school || currency?.minorDigits === school.minor_digits) return []
  const message = say('findings.currency_without_such_decimals', {
    currency: school.currency,
    decimals: school.minor_digits,
  })
  return [{ check: 'records', entry: null, message }]
}
