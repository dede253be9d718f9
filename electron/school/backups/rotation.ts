import type { BackupCopy } from '../../../shared/contract/backups.ts'

/** How many of them are kept: the last of each day, of each week and of each month. */
export const KEPT = { days: 7, weeks: 5, months: 12 } as const

const DAY = 24 * 60 * 60_000
/** Backups that do not verify are evidence, not safety: few of them are enough. */
const KEPT_AS_IT_IS = 3

/**
 * The automatic backups of a school that are not needed any more. Whatever a person asked for stays, and so does what
 * is not certain to be a whole backup of this school; the newest checked one is never among them.
 * @param copies all of one school, in any order
 */
export function outlived(copies: readonly BackupCopy[]): BackupCopy[] {
  const automatic = copies.filter(({ reason }) => reason === 'day' || reason === 'rebuild' || reason === 'restore')
  const checked = newestFirst(automatic.filter(({ state }) => state === 'checked'))
  const asItIs = newestFirst(automatic.filter(({ state }) => state === 'as_it_is'))
  const kept = new Set([
    ...checked.slice(0, 1),
    ...lastOfEach(checked, KEPT.days, ({ madeAt }) => madeAt.slice(0, 10)),
    ...lastOfEach(checked, KEPT.weeks, ({ madeAt }) => String(weekOf(madeAt))),
    ...lastOfEach(checked, KEPT.months, ({ madeAt }) => madeAt.slice(0, 7)),
    ...asItIs.slice(0, KEPT_AS_IT_IS),
  ])
  return [...checked, ...asItIs].filter((copy) => !kept.has(copy))
}

/** The newest of each of the last so many periods that have one. */
function lastOfEach(copies: readonly BackupCopy[], count: number, period: (copy: BackupCopy) => string): BackupCopy[] {
  const newest = new Map<string, BackupCopy>()
  for (const copy of copies) if (!newest.has(period(copy))) newest.set(period(copy), copy)
  return [...newest.values()].slice(0, count)
}

/** Weeks since 1970, from Monday on. */
function weekOf(instant: string): number {
  return Math.floor((Date.parse(instant) / DAY + 3) / 7)
}

function newestFirst(copies: readonly BackupCopy[]): BackupCopy[] {
  return copies.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))
}
