import type { HistoryRow } from '../../../shared/contract/packages.ts'

/** How the entries shown add up to a number of the Package Balance. All in the figure's own smallest unit. */
export interface FigureSum {
  /** entries shown so far */
  readonly shown: number
  readonly shownSum: number
  /** what the entries further down, not loaded yet, come to */
  readonly earlierSum: number
  readonly allShown: boolean
  /** shown and earlier together are the number itself */
  readonly addsUp: boolean
}

/**
 * Adds up the contributions, newest first, and holds them against the figure.
 * What is not loaded yet is known from the running total before the oldest entry shown.
 */
export function figureSum(rows: readonly HistoryRow[], total: number, allShown: boolean): FigureSum {
  const shownSum = rows.reduce((sum, row) => sum + (row.contribution ?? 0), 0)
  const oldest = rows.at(-1)
  const before = oldest ? (oldest.runningTotal ?? 0) - (oldest.contribution ?? 0) : 0
  const earlierSum = allShown ? 0 : before
  return { shown: rows.length, shownSum, earlierSum, allShown, addsUp: shownSum + earlierSum === total }
}
