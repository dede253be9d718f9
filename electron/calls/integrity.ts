import { done } from '../../shared/failure.ts'
import { lastVerification } from '../verification/verification-runs.ts'
import type { Implementations } from './implementation.ts'
import type { IntegrityWatch } from './integrity-watch.ts'

/** The calls of the Integrity page, on the one watch of an application. */
export function integrityImplementations(watch: IntegrityWatch): Implementations<'integrity.status' | 'integrity.run'> {
  return {
    'integrity.status': async ({ db }) => done({ running: watch.running, last: await lastVerification(db) }),
    'integrity.run': async ({ user }) => {
      const failure = await watch.run(user.id)
      if (failure) return { ok: false, failure }
      return done({ running: watch.running, last: await watch.last() })
    },
  }
}
