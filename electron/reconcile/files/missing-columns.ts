import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import type { FileProblem } from './bytes/table.ts'
import { namesOtherCurrency } from './columns/proposal.ts'
import type { FileTerms } from './file-terms.ts'
import type { Head } from './head.ts'
import { placeOfColumn } from './lines/cells-of-line.ts'
import type { OpenQuestion } from './open-question.ts'

/** What keeps a file from being read: columns that it has not, or that nobody named yet. */
export function missingColumns(
  mapping: Mapping,
  { names }: Head,
  terms: FileTerms,
): { problems: FileProblem[]; questions: OpenQuestion[] } {
  const { columns } = mapping
  const ofFile = (message: string) => ({ row: null, message })
  if (names.length < 2) return { problems: [ofFile(say('payment_files.no_columns'))], questions: [] }
  const mapped = Object.values(columns).filter((name) => name !== null)
  const problems = mapped
    .filter((name) => placeOfColumn(name, names) === -1)
    .map((name) => ofFile(say('payment_files.no_column', { name })))
  const other = [columns.amount, columns.received, columns.paidOut].find(
    (name) => name !== null && namesOtherCurrency(name, terms),
  )
  if (other) problems.push(ofFile(say('payment_files.other_currency_named', { name: other, currency: terms.currency })))
  const ask = (question: string) => ({ about: 'columns' as const, question, choices: [] })
  const questions = [
    ...(columns.date === null ? [ask(say('payment_files.choose_date'))] : []),
    ...(columns.amount === null && columns.received === null && columns.paidOut === null
      ? [ask(say('payment_files.choose_amount'))]
      : []),
  ]
  return { problems, questions }
}
