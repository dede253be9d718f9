import type { FileLine } from './cells-of-line.ts'
import { sumWord } from './sum-words.ts'

/** Whether a row says that it is a balance or a total, or may be one. */
export function sumIn({ fields }: FileLine): ReturnType<typeof sumWord> {
  const told = fields.map((cell) => (cell === '' ? undefined : sumWord(cell)))
  return told.find((word) => word === 'balance' || word === 'total') ?? told.find((word) => word === 'either')
}
