import { foldText } from '../../../storage/search-text.ts'

/** Beginnings of the months in English, German, French, Italian, Spanish, Portuguese and Dutch, folded. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maa', 'mrt', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
]

/** The number of a month by its name in a file, or undefined. */
export function monthOf(name: string): number | undefined {
  const folded = foldText(name)
  const index = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => folded.startsWith(beginning)))
  return index === -1 ? undefined : index + 1
}
