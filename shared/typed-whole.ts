import { westernDigits, withoutDirections } from './typed-decimal.ts'

/** Reads a count as people type it, in the digits of any script; null where it is none, or longer than so many digits. */
export function typedWhole(text: string, most: number): number | null {
  const typed = westernDigits(withoutDirections(text)).trim()
  return /^\d+$/.test(typed) && typed.length <= most ? Number(typed) : null
}
