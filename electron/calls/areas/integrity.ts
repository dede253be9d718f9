import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { lastVerification } from '../../verification/verification-runs.ts'
import type { Implementations } from '../implementation.ts'
import type { IntegrityWatch } from '../watches/integrity-watch.ts'

/** The calls of the Integrity page, on the one watch of an application. */
export function integrityImplementations(
  watch: IntegrityWatch,
): Implementations<`integrity.${'status' | 'run' | 'rebuild'}`> {
  return {
    'integrity.status': async ({ db }) => done({ ...underWay(watch), last: await lastVerification(db) }),
    'integrity.run': async ({ user }) => {
      const failure = await watch.run(user.id)
      if (failure) return { ok: false, failure }
      return done({ ...underWay(watch), last: await watch.last() })
    },
    'integrity.rebuild': async ({ user, now }) => {
      const rebuilt = await watch.rebuild(user.id, now)
      if (!rebuilt.ok) return rebuilt
      const { backup, mended } = rebuilt.value
      const sentence = say('findings.rebuilt', { count: mended.length, backup })
      return done({ status: { ...underWay(watch), last: await watch.last() }, sentence })
    },
  }
}

function underWay({ running, percent }: IntegrityWatch) {
  return { running, percent }
}
