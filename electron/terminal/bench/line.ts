import { say, type WordKey, type WordParams } from '../../../shared/words/say.ts'

type BenchKey = Extract<WordKey, `bench.${string}`> extends `bench.${infer Key}` ? Key : never

/** A line of the figures: what was measured, beside what it must reach. */
export interface BenchLine {
  readonly what: string
  readonly measured: number
  /** of the thing that it is held against, measured in turn with it; null where it is held against a number */
  readonly yardstick: number | null
  readonly unit: string
  /** what must be reached: of `measured`, or where there is a yardstick of the ratio */
  readonly goal: number
  readonly atLeast: boolean
  /** measured divided by the yardstick, or the other way about where more is better; null without one */
  readonly ratio: number | null
  readonly met: boolean
}

/** Something that must not be more than a number. */
export function within(key: BenchKey, measured: number, goal: number, unit: string, params?: WordParams): BenchLine {
  const what = say(`bench.${key}`, params)
  return { what, measured, yardstick: null, unit, goal, atLeast: false, ratio: null, met: measured <= goal }
}

/** Something that must not take more than so many times its yardstick. */
export function times(key: BenchKey, measured: number, yardstick: number, goal: number, unit: string): BenchLine {
  const ratio = measured / yardstick
  return { what: say(`bench.${key}`), measured, yardstick, unit, goal, atLeast: false, ratio, met: ratio <= goal }
}

/** Something that must be at least so many times as quick as its yardstick. */
export function quicker(key: BenchKey, measured: number, yardstick: number, goal: number, unit: string): BenchLine {
  const ratio = yardstick / measured
  return { what: say(`bench.${key}`), measured, yardstick, unit, goal, atLeast: true, ratio, met: ratio >= goal }
}
