import { done } from '../../../shared/failure.ts'
import { isUnsent } from '../../billing/unsent-refs.ts'
import { changesSince, lastEntryOfCustomer, minutesBehind } from '../../reports/changes.ts'
import type { Database } from '../../storage/database.ts'
import { hasOtherDesks } from '../../storage/other-engine.ts'
import type { Implementations } from '../implementation.ts'

/**
 * Within a second of a posting at another desk its balance is shown at this one. Where the server tells of it, the data
 * is asked all the same now and then: what is told can get lost.
 */
const ASKED_EVERY_MS = { alone: 2_000, amongDesks: 700, told: 10_000 }

/** @param database which says what it hears */
export function changesImplementations(
  database: Pick<Database, 'heard'>,
): Implementations<'changes.since' | 'changes.heard'> {
  return {
    'changes.since': async ({ db, user, now, today }, { entry }) => {
      const clockBehind = await minutesBehind(db, now)
      const own = user.customer
      const isCopy = isUnsent(db)
      // Staff who are customers, too, see what staff see.
      if (own !== null && user.role === 'customer') {
        const askAgain = hasOtherDesks(db) ? ASKED_EVERY_MS.amongDesks : ASKED_EVERY_MS.alone
        return done({
          entry: await lastEntryOfCustomer(db, own),
          packages: null,
          isCopy,
          clockBehind,
          askAgain,
          isTold: false,
        })
      }
      const isTold = database.heard() !== null
      const kind = isTold ? 'told' : hasOtherDesks(db) ? 'amongDesks' : 'alone'
      const changes = await changesSince(db, entry, user.permissions.includes('Access Billing Tab'), today)
      return done({ ...changes, isCopy, clockBehind, askAgain: ASKED_EVERY_MS[kind], isTold })
    },
    'changes.heard': async ({ isStaff }) => done({ heard: isStaff ? database.heard() : null }),
  }
}
