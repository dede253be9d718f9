import type { Age } from '../../../shared/contract/activity-report.ts'
import type { BusinessDate } from '../../../shared/dates.ts'

/** The age of something that is so many days old. */
export function ageOf(days: number): Age {
  if (days <= 30) return '0-30'
  if (days <= 60) return '31-60'
  return days <= 90 ? '61-90' : '90+'
}

/** Days from one to another; what is dated later is as old as today. */
export function daysBetween(from: string, to: BusinessDate): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
}
