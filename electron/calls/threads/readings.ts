import type { CallName } from '../../../shared/contract/index.ts'
import type { Reading, Readings } from './reading.ts'

const reports = async () => (await import('../areas/reports.ts')).reportReadings
const exports = async () => (await import('../areas/exports.ts')).exportReadings
const reconcile = async () => (await import('../reconcile/reconcile-readings.ts')).reconcileReadings
const bringOver = async () => (await import('../areas/bring-over.ts')).bringOverReadings
const person = async () => (await import('../areas/person-data.ts')).personReadings

/**
 * The calls that read for long, each with what loads its area: a thread does one of them, and loading them all takes
 * longer than most of them.
 */
const AREAS = {
  'customers.paidFor': reports,
  'reports.liability': reports,
  'reports.liabilityPackages': reports,
  'reports.owed': reports,
  'reports.aging': reports,
  'reports.activity': reports,
  'reports.export': exports,
  'ledger.export': exports,
  'packages.export': exports,
  'invoices.export': exports,
  'customers.export': exports,
  'reconcile.preview': reconcile,
  'reconcile.work': reconcile,
  'bringOver.read': bringOver,
  'customers.allData': person,
} as const satisfies { readonly [Name in CallName]?: () => Promise<Readings<Name>> }

export type ReadingCall = keyof typeof AREAS
export const READING_CALLS = Object.keys(AREAS) as readonly ReadingCall[]

/** What stands behind a call, loaded now. */
export async function readingOf<Name extends ReadingCall>(call: Name): Promise<Reading<Name>> {
  const area = (await AREAS[call]()) as unknown as Readings<Name>
  return area[call]
}
