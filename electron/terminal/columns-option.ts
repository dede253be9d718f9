import type { Mapping } from '../../shared/contract/reconcile-file.ts'
import { say } from '../../shared/words/say.ts'

/** Other words for the fields, as people think of them. */
const SYNONYMS: Readonly<Record<string, string>> = {
  credit: 'received',
  debit: 'paidOut',
  paid_out: 'paidOut',
  description: 'text',
  memo: 'text',
  payee: 'name',
}

/** Fields and columns of a command line: date=1,amount=3 by places, or by names. */
export function columnsOption(
  text: string,
  fields: readonly string[],
): Partial<Mapping['columns']> | { problem: string } {
  const columns: Record<string, string> = {}
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [, field = '', column = ''] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(part) ?? []
    const named = SYNONYMS[field] ?? field
    if (!fields.includes(named)) return { problem: say('command_line.names_no_column', { part }) }
    columns[named] = /^\d+$/.test(column) ? `#${column}` : column
  }
  return columns
}
