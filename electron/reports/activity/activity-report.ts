import type { ActivityReport, TakenBackRow, TakenBackSum } from '../../../shared/contract/activity-report.ts'
import type { Period } from '../../../shared/contract/liability.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { paymentsByUser } from './activity-report-payments.ts'
import { takenBackRows } from './activity-report-reversals.ts'

/** Who took which money, and who voided, deleted or gave back what, by business date. */
export async function activityReport(db: ReadDb, period: Period): Promise<Omit<ActivityReport, 'left'>> {
  const rows = await takenBackRows(db, period)
  return { payments: await paymentsByUser(db, period), takenBack: sumsOf(rows), rows }
}

/** Sums by user and action; the user with the most first. */
function sumsOf(rows: readonly TakenBackRow[]): TakenBackSum[] {
  const sums = new Map<string, TakenBackSum>()
  for (const { user, action, money } of rows) {
    const key = `${user} ${action}`
    const before = sums.get(key) ?? { user, action, times: 0, money: cents(0) }
    sums.set(key, { ...before, times: before.times + 1, money: cents(before.money + money) })
  }
  const timesOf = (user: string) =>
    [...sums.values()].filter((sum) => sum.user === user).reduce((all, { times }) => all + times, 0)
  return [...sums.values()].toSorted(
    (left, right) =>
      timesOf(right.user) - timesOf(left.user) || (left.user < right.user ? -1 : Number(left.user > right.user)),
  )
}
