/** The axis of a chart: where its lines are, from nothing to at least the most that is shown, in minor units. */
export function axisOf(most: number): readonly number[] {
  if (most <= 0) return [0]
  const rough = most / LINES
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, power * (STEPS.find((times) => times * power >= rough) ?? 10))
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step)
}

/** About so many lines are read at a glance. */
const LINES = 4
/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10]

/** The places of the points that are named below a chart: at most so many, the first and the last among them. */
export function namedPlaces(count: number, most: number): readonly number[] {
  if (count === 0) return []
  if (count <= most) return Array.from({ length: count }, (_, place) => place)
  return Array.from({ length: most }, (_, turn) => Math.round((turn * (count - 1)) / (most - 1)))
}

/** The point over which a pointer stands: its place, from the share of the chart's width. */
export function placeAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)))
}
