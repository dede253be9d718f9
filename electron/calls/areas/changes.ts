import { done } from '../../../shared/failure.ts'
import { changesSince, lastEntryOfCustomer, minutesBehind } from '../../reports/changes.ts'
import { hasOtherDesks } from '../../storage/other-engine.ts'
import type { Implementations } from '../implementation.ts'

/** Within a second of a posting at another desk its balance is shown at this one. */
const ASKED_EVERY_MS = { alone: 2_000, amongDesks: 700 }

export const changesImplementations: Implementations<'changes.since'> = {
  'changes.since': async ({ db, user, now, today }, { entry }) => {
    const clockBehind = await minutesBehind(db, now)
    const askAgain = hasOtherDesks(db) ? ASKED_EVERY_MS.amongDesks : ASKED_EVERY_MS.alone
    const own = user.customer
    // Staff who are customers, too, see what staff see.
    if (own !== null && user.role === 'customer')
      return done({ entry: await lastEntryOfCustomer(db, own), packages: null, clockBehind, askAgain })
    const changes = await changesSince(db, entry, user.permissions.includes('Access Billing Tab'), today)
    return done({ ...changes, clockBehind, askAgain })
  },
}
