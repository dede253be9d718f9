import type { PackageBalance } from '../../../shared/contract/packages.ts'
import type { Withdrawal } from '../../../shared/contract/policies.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { readCatalogue } from '../../billing/catalogue-store.ts'
import { readWithdrawalPolicy } from '../../billing/policies-store.ts'
import { readSchool } from '../../billing/school-store.ts'
import { withdrawalOf } from '../../billing/withdrawal.ts'
import type { ReadDb } from '../../storage/database.ts'
import { lastEntryOf } from './last-entry.ts'
import { packageBalance } from './package-balance.ts'

/** What the customer of a package would get back under the school's policy, with the workings. Refused: not_found. */
export async function packageWithdrawal(db: ReadDb, ref: string): Promise<Outcome<Withdrawal>> {
  const found = await packageBalance(db, ref, null)
  return found.ok ? done(await withdrawalFrom(db, found.value)) : found
}

/** The same of a package as it is now. */
export async function withdrawalFrom(db: ReadDb, balance: PackageBalance): Promise<Withdrawal> {
  const school = await readSchool(db)
  if (!school) throw new Error('a customer package without a school')
  const catalogue = await readCatalogue(db)
  const used = balance.lines.flatMap(({ code, kind, used: quantity, dollarsUsed: dollars }) => {
    const standard = catalogue.get(code)
    return kind === 'hour' && standard ? [{ code, quantity, dollars, standard }] : []
  })
  const { workings, refund } = withdrawalOf(school, await readWithdrawalPolicy(db), balance.funds, used)
  const { ref, customerNumber, customerName, packageName } = balance
  const lastEntry = await lastEntryOf(db, { of: 'package', ref })
  return { ref, customerNumber, customerName, packageName, workings: [...workings], refund, lastEntry }
}
