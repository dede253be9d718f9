import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { BusinessDate } from '../../shared/dates.ts'
import type { Statement, StatementChoice, StatementOnPaper } from '../../shared/contract/statements.ts'
import type { PackageStatus } from '../../shared/contract/values.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { readLogo } from '../billing/policies-store.ts'
import { packagesPage } from '../reports/lists/packages-list.ts'
import type { User } from '../people/users-store.ts'
import { StatementBatch } from '../statements/batch.ts'
import { statementFileName } from '../statements/file-name.ts'
import { checkStatement, issuedStatement, issueStatement } from '../statements/issued-store.ts'
import { makeStatement } from '../statements/statement.ts'
import { statementPaper } from '../statements/statement-paper.ts'
import type { StatementShown } from '../statements/statement-shown.ts'
import { statementCsv } from '../statements/statement-csv.ts'
import type { Database, ReadDb } from '../storage/database.ts'
import type { Implementations } from './implementation.ts'
import { mayReadPapersOf, mayReadStatementOf, notOwnPaper, shownOfStatement } from './own-papers.ts'
import { unwrittenIn } from './papers.ts'

type StatementCall = `statements.${'show' | 'issue' | 'file' | 'check' | 'startBatch' | 'batch' | 'cancelBatch'}`

/** The calls around statements; the batch under way is known to one application. */
export function statementsImplementations(database: Database): Implementations<StatementCall> {
  let batch: StatementBatch | null = null
  return {
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
      if (!issued.ok) return user.customer === null ? issued : notOwnPaper()
      const may = mayReadPapersOf(user, issued.value.customer.number)
      if (!may.ok) return may
      const shown = shownOfStatement(user)
      // The columns of a spreadsheet are all of them.
      if (form === 'csv' && !(shown.money && shown.account)) return notOwnPaper()
      const bytes = form === 'pdf' ? await pdfOf(db, issued.value, shown) : Buffer.from(statementCsv(issued.value))
      return done({ name: statementFileName(issued.value, form), content: bytes.toString('base64') })
    },
    'statements.check': async ({ db }, { number, fingerprint }) => done(await checkStatement(db, number, fingerprint)),
    'statements.startBatch': {
      prepare: async ({ read, user, now, today }, input) => {
        if (input.folder !== '' && !isAbsolute(input.folder)) return notWhole()
        const refs = await read((db) => chosenRefs(db, input.search, input.status))
        if (refs.length === 0) return noneFits()
        const { asOf, inWords, form } = input
        const folder = input.folder === '' ? newFolder(today) : input.folder
        const order = { refs, asOf, inWords, form, folder, today, userId: user.id, now }
        let begun: StatementBatch | null = null
        return done({
          record: async () => {
            // Where the batch is known, not before: of two that begin at the same moment one is refused.
            if (batch?.progress.state === 'running') return alreadyWriting()
            begun = batch = new StatementBatch(database, order)
            return done(begun.progress)
          },
          recorded: () => void begun?.run(),
        })
      },
    },
    'statements.batch': async () => done({ progress: batch?.progress ?? null }),
    'statements.cancelBatch': {
      prepare: async () => {
        batch?.cancel()
        return done({ record: async () => done({ progress: batch?.progress ?? null }) })
      },
    },
  }
}

function notWhole(): Outcome<never> {
  return refused('invalid_input', 'The folder is not written as a whole path.', {
    field: 'folder',
    remedy: 'Write it from the root of the disk on, or leave it empty.',
  })
}

function noneFits(): Outcome<never> {
  return refused('not_found', 'No customer package fits.', { remedy: 'Choose another search or status.' })
}

function alreadyWriting(): Outcome<never> {
  return refused('busy', 'Statements are being written already.', { remedy: 'Wait for them, or cancel them.' })
}

/** Notes stay inside the house, whatever a customer asks for. */
function permitted(user: User, choice: StatementChoice): StatementChoice {
  return user.customer === null ? choice : { ...choice, notes: false }
}

async function onPaper(user: User, statement: Statement): Promise<StatementOnPaper> {
  const paper = statementPaper(statement, shownOfStatement(user))
  return { paper, fingerprint: statement.fingerprint, unwritten: await unwrittenIn(paper) }
}

async function pdfOf(db: ReadDb, statement: Statement, shown: StatementShown): Promise<Buffer> {
  // Loaded where it is needed: every start would wait for it.
  const { statementPdf } = await import('../statements/statement-pdf.ts')
  return statementPdf([statement], await readLogo(db), shown)
}

const AT_ONCE = 200

/** The refs of the Packages tab under a search and a status, in its order. */
async function chosenRefs(db: ReadDb, search: string, status: PackageStatus | null): Promise<string[]> {
  const refs: string[] = []
  let after: string | null = null
  do {
    const choice = { search, status, sort: 'customer', direction: 'ascending', after, limit: AT_ONCE } as const
    const page: Awaited<ReturnType<typeof packagesPage>> = await packagesPage(db, choice)
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next
  } while (after !== null)
  return refs
}

/** A folder in Documents that does not exist yet. */
function newFolder(day: BusinessDate): string {
  const documents = join(homedir(), 'Documents')
  const base = join(existsSync(documents) ? documents : homedir(), `Blocktime statements ${day}`)
  let folder = base
  for (let count = 2; existsSync(folder); count++) folder = `${base} (${count})`
  return folder
}
