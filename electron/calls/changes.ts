import { done } from '../../shared/failure.ts'
import { changesSince, lastEntryOfCustomer } from '../reports/changes.ts'
import type { Implementations } from './implementation.ts'

export const changesImplementations: Implementations<'changes.since'> = {
  'changes.since': async ({ db, user, today }, { entry }) => {
    const own = user.customer
    if (own !== null) return done({ entry: await lastEntryOfCustomer(db, own), packages: null })
    return done(await changesSince(db, entry, user.permissions.includes('Access Billing Tab'), today))
  },
}
