/** Ten-thousandths of a percent in a whole. */
const WHOLE = 1_000_000n

/**
 * The sales tax contained in an amount: amount - amount / (1 + percent / 100), rounded half up.
 * @param amount minor units, tax included, 0 or more
 * @param taxPercent ten-thousandths of a percent: 65000 is 6.5 %
 */
export function containedTax(amount: number, taxPercent: number): number {
  const percent = BigInt(taxPercent)
  return halfUp(BigInt(amount) * percent, WHOLE + percent)
}

/** The tax that goes with a part of an amount, rounded half up; with the whole of it, the whole tax. */
export function taxOfPart(tax: number, part: number, whole: number): number {
  return whole === 0 ? 0 : halfUp(BigInt(tax) * BigInt(part), BigInt(whole))
}

function halfUp(dividend: bigint, divisor: bigint): number {
  return Number((2n * dividend + divisor) / (2n * divisor))
}
