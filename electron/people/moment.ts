/**
 * An instant, and how much time has really passed: the wall clock may be set forward or back, the other only ever runs
 * on. It stands still while a computer sleeps, so that what must end is measured by whichever ran further.
 */
export interface Moment {
  readonly now: Date
  /** milliseconds since some beginning; never goes back */
  readonly elapsed: number
}

/** How much time has passed between two moments, in milliseconds, by the clock that ran further. */
export function passedBetween(earlier: Moment, later: Moment): number {
  return Math.max(later.elapsed - earlier.elapsed, later.now.getTime() - earlier.now.getTime())
}
