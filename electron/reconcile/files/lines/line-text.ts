import { textFault } from '../../../../shared/storable-text.ts'
import { say } from '../../../../shared/words/say.ts'
import { HALF_SIGN } from '../bytes/encoding.ts'
import { cellAt, type Fields, type Places } from './cells-of-line.ts'

/** Longer than what any bank passes on of a payment; a longer cell has swallowed something. */
const LONGEST_TEXT = 2_000
const FIELDS = ['id', 'reference', 'name', 'text', 'payout'] as const

/** A cell as it is kept: blanks and line ends are one blank each. */
export function keptText(fields: Fields, place: number): string {
  return cellAt(fields, place).replace(/\s+/g, ' ')
}

/** Why a text of a line cannot be kept as it is, as a sentence that names its field; undefined where all can. */
export function lineTextProblem(fields: Fields, places: Places): string | undefined {
  for (const name of FIELDS) {
    const text = keptText(fields, places[name])
    const field = say(`payment_files.field_${name}`)
    if (text.length > LONGEST_TEXT) return say('payment_files.text_too_long', { field, most: LONGEST_TEXT })
    const fault = text.includes(HALF_SIGN) ? 'broken' : textFault(text)
    if (fault !== undefined) return say(`payment_files.text_${fault}`, { field })
  }
  return undefined
}
