import { done } from '../../../shared/failure.ts'
import { explainPackage } from '../../reports/packages/explain.ts'
import { historyEntry } from '../../reports/packages/history-entry.ts'
import { packageBalance } from '../../reports/packages/package-balance.ts'
import { packageHistory } from '../../reports/packages/package-history.ts'
import { payersOf } from '../../reports/packages/paid-for-store.ts'
import { packagesCount, packagesPage } from '../../reports/lists/packages-list.ts'
import type { Implementations } from '../implementation.ts'

export const packagesImplementations: Implementations<
  | 'packages.list'
  | 'packages.count'
  | 'packages.balance'
  | 'packages.explain'
  | 'packages.payers'
  | 'packages.history'
  | 'packages.historyEntry'
> = {
  'packages.list': async ({ db, today }, input) => done(await packagesPage(db, { ...input, today })),
  'packages.count': async ({ db, today }, input) => done({ count: await packagesCount(db, { ...input, today }) }),
  'packages.balance': ({ db, today }, { ref, asOf }) => packageBalance(db, ref, asOf, today),
  'packages.explain': async ({ db }, { ref, asOf }) => {
    const explained = await explainPackage(db, ref, asOf)
    return explained.ok ? done({ explanations: explained.value }) : explained
  },
  'packages.payers': async ({ db }, { ref }) => done(await payersOf(db, ref)),
  'packages.history': ({ db }, input) => packageHistory(db, input),
  'packages.historyEntry': ({ db }, { ref, entry }) => historyEntry(db, ref, entry),
}
