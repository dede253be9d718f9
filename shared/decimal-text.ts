import { say } from './words/say.ts'

const PLAIN_DECIMAL = /^(\d+)(?:\.(\d+))?$/

/**
 * Reads a plain non-negative decimal as an integer of its smallest place: "1.3" with two places is 130.
 * Works on the digits themselves, so that nothing passes through floating point.
 */
export function parseDecimal(text: string, places: number): number | { problem: string } {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const match = PLAIN_DECIMAL.exec(text)
  if (!match) return { problem: say('plain_values.not_plain', { shown }) }
  const whole = match[1] ?? ''
  const fraction = match[2] ?? ''
  if (fraction.length > places) {
    return { problem: say('plain_values.too_many_decimals', { shown, places }) }
  }
  const value = Number(`${whole}${fraction.padEnd(places, '0')}`)
  if (!Number.isSafeInteger(value)) return { problem: say('plain_values.too_large', { shown }) }
  return value
}

/** Writes an integer of the smallest place as a decimal with exactly that many places: 130 is "1.30". */
export function fixedDecimal(value: number, places: number): string {
  if (places === 0) return String(value)
  const size = Math.abs(value)
  const scale = 10 ** places
  const rest = size % scale
  const text = `${(size - rest) / scale}.${String(rest).padStart(places, '0')}`
  return value < 0 ? `-${text}` : text
}
