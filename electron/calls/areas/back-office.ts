import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { Outcome } from '../../../shared/failure.ts'
import { closingsImplementations } from './closings.ts'
import type { Direct, SignedIn } from '../implementation.ts'
import { integrityImplementations } from './integrity.ts'
import type { IntegrityWatch } from '../watches/integrity-watch.ts'
import { reconcileImplementations } from '../reconcile/reconcile.ts'
import { READING_CALLS, type ReadingCall } from '../threads/readings.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'

type InThreads = { readonly [Name in ReadingCall]: Direct<Name> }

/** The calls of the back office, on the threads and the watch of one application; those that read for long go into a thread. */
export function backOfficeImplementations(threads: ReadingThreads, watch: IntegrityWatch) {
  const inThread =
    <Name extends ReadingCall>(call: Name): Direct<Name> =>
    async ({ now }: SignedIn, input: CallArguments<Name>) => {
      const answer = await threads.run({ call, input }, now)
      // What comes back is held against the contract where every answer is.
      return 'failure' in answer ? { ok: false, failure: answer.failure } : (answer.value as Outcome<CallOutput<Name>>)
    }
  return {
    ...(Object.fromEntries(READING_CALLS.map((call) => [call, inThread(call)])) as unknown as InThreads),
    ...reconcileImplementations(threads),
    ...closingsImplementations,
    ...integrityImplementations(watch),
  }
}
