/** More is not looked at: 2 to the power of this many sums are made at most. */
const MOST_MEMBERS = 14

/**
 * Two or more of these that come to a sum; undefined where none do. The earlier ones are preferred, and fewer of them.
 * @param members at most 14, all with the sign of the sum
 */
export function subsetWithSum<Member extends { readonly amount: number }>(
  members: readonly Member[],
  wanted: number,
): Member[] | undefined {
  const few = members.slice(0, MOST_MEMBERS)
  let best: number | undefined
  const sums = new Float64Array(1 << few.length)
  for (let set = 1; set < sums.length; set++) {
    const lowest = Math.log2(set & -set)
    const total = (sums[set & (set - 1)] ?? 0) + (few[lowest]?.amount ?? 0)
    sums[set] = total
    if (total === wanted && bits(set) > 1 && (best === undefined || bits(set) < bits(best))) best = set
  }
  return best === undefined ? undefined : few.filter((_, place) => ((best as number) >> place) & 1)
}

function bits(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count++
  return count
}
