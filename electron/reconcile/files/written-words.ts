import { say } from '../../../shared/words/say.ts'
import type { ReadFile } from './read-file.ts'

const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

/** How a file is written, in words: "Columns separated by commas, written in UTF-8". */
export function writtenWords({ format, mapping: { delimiter, encoding } }: ReadFile): string {
  if (format === null) return ''
  if (format !== 'delimited') return say(`payment_files.format_${format}`)
  const sign = delimiter === 'auto' ? 'comma' : DELIMITERS[delimiter]
  return say('payment_files.format_delimited', {
    sign: say(`payment_files.sign_${sign}`),
    encoding: say(`payment_files.encoding_${encoding.replace('auto', 'utf-8')}` as 'payment_files.encoding_utf-8'),
  })
}
