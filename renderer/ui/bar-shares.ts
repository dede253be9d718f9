/** How a bar is divided, in percent of its width. */
export interface BarShares {
  readonly solid: number
  readonly hatched: number
}

/**
 * Shares of a bar that shows what remains of what is included; the pending part of the remaining is hatched.
 * Something is never drawn as nothing, nor a part as the whole: the last tenth of an hour stays visible.
 */
export function barShares(included: number, remaining: number, pending: number): BarShares {
  if (included <= 0) return { solid: 0, hatched: 0 }
  const whole = share(remaining, included)
  const hatched = Math.min(whole, share(Math.min(pending, Math.max(remaining, 0)), included))
  return { solid: whole - hatched, hatched }
}

function share(part: number, whole: number): number {
  if (part <= 0) return 0
  if (part >= whole) return 100
  return Math.min(98, Math.max(2, (part / whole) * 100))
}
