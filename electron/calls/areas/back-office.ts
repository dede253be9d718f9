import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { Outcome } from '../../../shared/failure.ts'
import { closingsImplementations } from './closings.ts'
import type { Direct, SignedIn } from '../implementation.ts'
import { integrityImplementations } from './integrity.ts'
import type { IntegrityWatch } from '../watches/integrity-watch.ts'
import { reconcileImplementations } from '../reconcile/reconcile.ts'
import type { ReadingCall } from '../threads/readings.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'

/** The calls of the back office, on the threads and the watch of one application. */
export function backOfficeImplementations(threads: ReadingThreads, watch: IntegrityWatch) {
  const inThread =
    <Name extends ReadingCall>(call: Name): Direct<Name> =>
    async ({ now }: SignedIn, input: CallArguments<Name>) => {
      const answer = await threads.run({ call, input }, now)
      // What comes back is held against the contract where every answer is.
      return 'failure' in answer ? { ok: false, failure: answer.failure } : (answer.value as Outcome<CallOutput<Name>>)
    }
  return {
    'customers.paidFor': inThread('customers.paidFor'),
    'reports.liability': inThread('reports.liability'),
    'reports.liabilityPackages': inThread('reports.liabilityPackages'),
    'reports.owed': inThread('reports.owed'),
    'reports.aging': inThread('reports.aging'),
    'reports.activity': inThread('reports.activity'),
    'reports.export': inThread('reports.export'),
    'ledger.export': inThread('ledger.export'),
    'packages.export': inThread('packages.export'),
    'invoices.export': inThread('invoices.export'),
    'customers.export': inThread('customers.export'),
    'customers.allData': inThread('customers.allData'),
    'reconcile.preview': inThread('reconcile.preview'),
    'reconcile.work': inThread('reconcile.work'),
    'bringOver.read': inThread('bringOver.read'),
    ...reconcileImplementations(threads),
    ...closingsImplementations,
    ...integrityImplementations(watch),
  }
}
