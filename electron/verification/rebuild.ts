import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { refreshCustomerNames } from '../billing/records/customer-names-store.ts'
import type { LedgerHead } from '../ledger/head-store.ts'
import type { WriteDb } from '../storage/database.ts'
import { renewed } from '../storage/renewed.ts'
import { emptyIndex } from '../storage/search-index.ts'
import { compareTables } from './compare.ts'
import { DERIVED_INDEX, DERIVED_TABLES, outsideColumns, SHADOWED_TABLES } from './derived-tables.ts'
import type { Finding } from './finding.ts'
import { makeAgain, type Progress } from './made-again.ts'

/**
 * Makes every row that follows from the log anew, in one transaction. Answers what was wrong with them. Refused where
 * the log itself is damaged, for nothing can be made from that: damaged.
 * @param head where the chain ended when it was last seen
 */
export async function rebuildRows(
  db: WriteDb,
  head: LedgerHead | null,
  progress?: Progress,
): Promise<Outcome<readonly Finding[]>> {
  const rebuilt = await renewed(db, SHADOWED_TABLES, async (renewal) => {
    const [damage] = await makeAgain(renewal, head, progress)
    if (damage) {
      const message = say('findings.log_damaged', { finding: damage.message })
      return refused('damaged', message, { remedy: say('findings.log_damaged_remedy') })
    }
    const wrong = await compareTables(renewal)
    await renewal.take(DERIVED_TABLES.map((table) => ({ table, but: outsideColumns(table) })))
    return done(wrong)
  })
  if (!rebuilt.ok) return rebuilt
  await emptyIndex(db, DERIVED_INDEX)
  const customers = await db.selectFrom('customers').select('id').execute()
  await refreshCustomerNames(
    db,
    customers.map(({ id }) => id),
  )
  return rebuilt
}
