import { exportReadings } from './exports.ts'
import { reportReadings } from './reports.ts'

/** The calls that read for long: each runs in a thread of its own. */
export const readings = { ...reportReadings, ...exportReadings }

export type ReadingCall = keyof typeof readings
