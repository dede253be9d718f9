/** More is not looked at: 2 to the power of this many sums are made at most. */
const MOST_MEMBERS = 12

/** Made once: thousands of lines are tried. */
const sums = new Float64Array(1 << MOST_MEMBERS)

/**
 * Two or more of these that come to a sum; undefined where none do. The earlier ones are preferred, and fewer of them.
 * @param members the first 12 are looked at; all with the sign of the sum
 */
export function subsetWithSum<Member extends { readonly amount: number }>(
  members: readonly Member[],
  wanted: number,
): Member[] | undefined {
  if (members.length < 2) return undefined
  const few = members.slice(0, MOST_MEMBERS)
  let best: number | undefined
  for (const [place, { amount }] of few.entries()) {
    const before = 1 << place
    for (let set = 0; set < before; set++) {
      const total = (sums[set] ?? 0) + amount
      sums[before + set] = total
      const found = before + set
      if (total === wanted && set !== 0 && (best === undefined || bits(found) < bits(best))) best = found
    }
  }
  return best === undefined ? undefined : few.filter((_, place) => ((best as number) >> place) & 1)
}

function bits(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count++
  return count
}
