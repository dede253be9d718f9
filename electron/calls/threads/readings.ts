import { bringOverReadings } from '../areas/bring-over.ts'
import { exportReadings } from '../areas/exports.ts'
import { personReadings } from '../areas/person-data.ts'
import { reconcileReadings } from '../reconcile/reconcile-readings.ts'
import { reportReadings } from '../areas/reports.ts'

/** The calls that read for long: each runs in a thread of its own. */
export const readings = {
  ...reportReadings,
  ...exportReadings,
  ...reconcileReadings,
  ...bringOverReadings,
  ...personReadings,
}

export type ReadingCall = keyof typeof readings
