import type { Statement, StatementChoice, StatementOnPaper } from '../../../shared/contract/statements.ts'
import { done } from '../../../shared/failure.ts'
import { readLogo } from '../../billing/policies-store.ts'
import type { User } from '../../people/users-store.ts'
import { statementFileName } from '../../statements/file-name.ts'
import { checkStatement, issuedStatement, issueStatement } from '../../statements/issued-store.ts'
import { makeStatement } from '../../statements/statement.ts'
import { statementPaper } from '../../statements/statement-paper.ts'
import type { StatementShown } from '../../statements/statement-shown.ts'
import { statementCsv } from '../../statements/statement-csv.ts'
import type { ReadDb } from '../../storage/database.ts'
import type { Implementations } from '../implementation.ts'
import { mayReadPapersOf, mayReadStatementOf, notOwnPaper, shownOfStatement } from './own-papers.ts'
import { unwrittenIn } from './papers.ts'

type StatementCall = `statements.${'show' | 'issue' | 'file' | 'check'}`

/** The calls around one statement; a customer has the own ones. */
export const statementsImplementations: Implementations<StatementCall> = {
  'statements.show': async ({ db, user, today }, choice) => {
    const may = await mayReadStatementOf(db, user, choice.about)
    if (!may.ok) return may
    const made = await makeStatement(db, { choice: permitted(user, choice), today, head: null })
    return made.ok ? done(await onPaper(user, made.value.statement)) : made
  },
  'statements.issue': async ({ db, user, now, today }, choice) => {
    const may = await mayReadStatementOf(db, user, choice.about)
    if (!may.ok) return may
    const issued = await issueStatement(db, { choice: permitted(user, choice), today, userId: user.id, now })
    if (!issued.ok) return issued
    return done({ ...(await onPaper(user, issued.value)), number: issued.value.number ?? '' })
  },
  'statements.file': async ({ db, user }, { number, form }) => {
    const issued = await issuedStatement(db, number)
    if (!issued.ok) return user.role !== 'customer' ? issued : notOwnPaper()
    const may = mayReadPapersOf(user, issued.value.customer.number)
    if (!may.ok) return may
    const shown = shownOfStatement(user)
    // The columns of a spreadsheet are all of them.
    if (form === 'csv' && !(shown.money && shown.account)) return notOwnPaper()
    const bytes = form === 'pdf' ? await pdfOf(db, issued.value, shown) : Buffer.from(statementCsv(issued.value))
    return done({ name: statementFileName(issued.value, form), content: bytes.toString('base64') })
  },
  'statements.check': async ({ db }, { number, fingerprint }) => done(await checkStatement(db, number, fingerprint)),
}

/** Notes stay inside the house, whatever a customer asks for. */
function permitted(user: User, choice: StatementChoice): StatementChoice {
  return user.role !== 'customer' ? choice : { ...choice, notes: false }
}

async function onPaper(user: User, statement: Statement): Promise<StatementOnPaper> {
  const paper = statementPaper(statement, shownOfStatement(user))
  return { paper, fingerprint: statement.fingerprint, unwritten: await unwrittenIn(paper) }
}

async function pdfOf(db: ReadDb, statement: Statement, shown: StatementShown): Promise<Buffer> {
  // Loaded where it is needed: every start would wait for it.
  const { statementPdf } = await import('../../statements/statement-pdf.ts')
  return statementPdf([statement], await readLogo(db), shown)
}
