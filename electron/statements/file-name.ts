import type { Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { fileName } from '../documents/file-name.ts'

/** A name for the file of a statement that every system takes: number, customer, and the package where it is one. */
export function statementFileName({ number, customer, packages }: Statement, ending: 'pdf' | 'csv'): string {
  return fileName(
    [
      number ?? say('statements.statement'),
      customer.number,
      ...(packages.length === 1 ? [packages[0]?.ref ?? ''] : []),
    ],
    ending,
  )
}
