/** Whole milliseconds since a moment of performance.now(). */
export function millisecondsSince(began: number): number {
  return Math.round(performance.now() - began)
}
