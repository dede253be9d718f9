/** A seeded source of choices (mulberry32): the same seed gives the same school everywhere. */
export class RandomNumbers {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 0 <= value < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  whole(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest + 1))
  }

  /** 1n to `highest`; amounts of the test schools are far below 2^53. */
  upTo(highest: bigint): bigint {
    return highest < 1n ? 1n : BigInt(this.whole(1, Number(highest)))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.whole(0, values.length - 1)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }

  weighted<T extends string>(weights: Record<T, number>): T {
    const names = Object.keys(weights) as T[]
    let at = this.next() * names.reduce((total, name) => total + weights[name], 0)
    return names.find((name) => (at -= weights[name]) < 0) ?? this.pick(names)
  }

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value)
  }

  /** As people write numbers: '5', '5.0', '5.00'. */
  decimal(value: bigint, decimals: number, atMost: number): string {
    const digits = value.toString().padStart(decimals + 1, '0')
    const whole = digits.slice(0, digits.length - decimals)
    const shortest = digits.slice(digits.length - decimals).replace(/0+$/, '')
    const fraction = shortest.padEnd(this.whole(shortest.length, Math.max(shortest.length, atMost)), '0')
    return fraction === '' ? whole : `${whole}.${fraction}`
  }
}
