import { bringOverReadings } from './bring-over.ts'
import { exportReadings } from './exports.ts'
import { personReadings } from './person-data.ts'
import { reconcileReadings } from './reconcile-readings.ts'
import { reportReadings } from './reports.ts'

/** The calls that read for long: each runs in a thread of its own. */
export const readings = {
  ...reportReadings,
  ...exportReadings,
  ...reconcileReadings,
  ...bringOverReadings,
  ...personReadings,
}

export type ReadingCall = keyof typeof readings
