import { done } from '../../../shared/failure.ts'
import { changesSince, lastEntryOfCustomer, minutesBehind } from '../../reports/changes.ts'
import type { Implementations } from '../implementation.ts'

export const changesImplementations: Implementations<'changes.since'> = {
  'changes.since': async ({ db, user, now, today }, { entry }) => {
    const clockBehind = await minutesBehind(db, now)
    const own = user.customer
    // Staff who are customers, too, see what staff see.
    if (own !== null && user.role === 'customer')
      return done({ entry: await lastEntryOfCustomer(db, own), packages: null, clockBehind })
    const changes = await changesSince(db, entry, user.permissions.includes('Access Billing Tab'), today)
    return done({ ...changes, clockBehind })
  },
}
