import { done } from '../../../shared/failure.ts'
import { activityReport } from '../../reports/activity/activity-report.ts'
import { agingReport } from '../../reports/lists/aging.ts'
import { owedReport } from '../../reports/lists/owed.ts'
import { paidForOthers } from '../../reports/packages/paid-for-store.ts'
import { liabilityByCustomerPackage, liabilityReport } from '../../reports/liability/liability.ts'
import type { Readings } from '../threads/reading.ts'

/** What a window shows of a long list; an export has all of it. */
const MOST_ROWS = 1_000

export const reportReadings: Readings<
  | 'customers.paidFor'
  | 'reports.liability'
  | 'reports.liabilityPackages'
  | 'reports.owed'
  | 'reports.aging'
  | 'reports.activity'
> = {
  'customers.paidFor': async ({ db }, { number }) => done(await paidForOthers(db, number)),
  'reports.liability': async ({ db }, { period }) => done(await liabilityReport(db, period)),
  'reports.liabilityPackages': async ({ db }, input) =>
    done(shown(await liabilityByCustomerPackage(db, input.period, input.package))),
  'reports.aging': async ({ db }, { asOf }) => {
    const report = await agingReport(db, asOf)
    return done({ ...report, ...shown(report.rows) })
  },
  'reports.owed': async ({ db }, { asOf }) => {
    const report = await owedReport(db, asOf)
    const customers = shown(report.customers)
    return done({ ...report, ...shown(report.rows), customers: customers.rows, leftCustomers: customers.left })
  },
  'reports.activity': async ({ db }, { period }) => {
    const report = await activityReport(db, period)
    return done({ ...report, ...shown(report.rows) })
  },
}

function shown<Row>(all: Row[]): { rows: Row[]; left: number } {
  return { rows: all.slice(0, MOST_ROWS), left: Math.max(0, all.length - MOST_ROWS) }
}
