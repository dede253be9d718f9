import type { Statement } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { papersPdf } from '../documents/pdf/paper-pdf.ts'
import { statementPaper } from './statement-paper.ts'
import type { StatementShown } from './statement-shown.ts'

/**
 * Statements as one PDF, each from a page of its own on, with its own page numbers. The same ones give the same bytes.
 * @param logo of the school, a JPEG; null where it has none
 */
export function statementPdf(
  statements: readonly Statement[],
  logo: Uint8Array | null,
  shown?: StatementShown,
): Promise<Buffer> {
  const [first, ...others] = statements.map((statement) => statementPaper(statement, shown))
  if (!first) throw new Error('there is no statement to write')
  const one = others.length === 0
  const title = one ? `${first.title} ${first.to.name}` : say('statement_paper.many')
  return papersPdf([first, ...others], title, logo)
}
