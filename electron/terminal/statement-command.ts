import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from '../../shared/contract/statements.ts'
import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { readLogo } from '../billing/policies-store.ts'
import { readSchool } from '../billing/school-store.ts'
import { keptOrder, type BatchOrder } from '../statements/batch-order.ts'
import { brokenOff, lastIssued } from '../statements/batch-store.ts'
import { StatementBatch } from '../statements/batch.ts'
import { statementFileName } from '../statements/file-name.ts'
import { textsWithin } from '../documents/pdf/texts-within.ts'
import { issueStatement } from '../statements/issued-store.ts'
import { strangePaper } from '../statements/strange-paper.ts'
import { writtenPaper, type WrittenPaper } from '../statements/written-paper.ts'
import { notWritten } from '../school/csv/not-written.ts'
import type { Database } from '../storage/database.ts'
import { newFile, openedOutFolder, type NewFile } from './out-place.ts'
import { allPackageRefs, statementAbout } from './named-store.ts'
import { EXIT, print, printFailure, type ExitStatus, type SchoolCommand, type Terminal } from './terminal.ts'

export interface StatementsWanted {
  /** a customer package's ref, a customer's number, or `all` */
  readonly about: string
  readonly folder: string
  readonly asOf: BusinessDate | null
  /** the first day of the activity; null: from the beginning */
  readonly from: BusinessDate | null
  /** without the activity */
  readonly short: boolean
  /** drafts of e-mails beside the papers of all */
  readonly drafts: boolean
}

/** Statements as PDFs, issued with their numbers. */
export function statement(wanted: StatementsWanted): SchoolCommand {
  return async (terminal, database) => {
    const school = await database.read(readSchool)
    if (!school) {
      return printFailure(terminal, {
        code: 'not_found',
        message: say('at_terminal.there_is_no_school_in_datafolder', { dataFolder: terminal.dataFolder }),
        remedy: say('at_terminal.choose_its_data_folder_with_data_or'),
      })
    }
    const ordinary = await openedOutFolder(terminal, wanted.folder)
    if (!ordinary.ok) return printFailure(terminal, ordinary.failure)
    const now = terminal.now()
    const today = businessDateAt(now, school.timeZone)
    return wanted.about === 'all'
      ? all(terminal, database, wanted, { now, today })
      : one(terminal, database, wanted, { now, today })
  }
}

interface Moment {
  readonly now: Date
  readonly today: BusinessDate
}

/** The number and its paper together: where the paper cannot be written, no number is issued. */
async function one(
  terminal: Terminal,
  database: Database,
  wanted: StatementsWanted,
  { now, today }: Moment,
): Promise<ExitStatus> {
  const { asOf, from, short, folder } = wanted
  // Loaded where it is needed: every command would wait for it.
  const { statementPdf } = await import('../statements/statement-pdf.ts')
  const logo = await database.read(readLogo)
  let paper: NewFile | undefined
  try {
    const issued = await database.write(async (db): Promise<Statement> => {
      const about = await statementAbout(db, wanted.about)
      if (!about) throw new NotIssued(unknownAbout(wanted.about))
      const choice = { about, asOf, from, inWords: false, short, notes: false }
      const made = await issueStatement(db, { choice, today, userId: null, now })
      if (!made.ok) throw new NotIssued(made.failure)
      await sayUnwritten(terminal, made.value)
      const file = join(folder, statementFileName(made.value, 'pdf'))
      const bytes = await statementPdf([made.value], logo)
      if (existsSync(file)) throw new NotIssued(notWritten(file, { code: 'EEXIST' }, 'folder'))
      try {
        paper = await newFile(file, (handle) => handle.writeFile(bytes))
      } catch (error) {
        throw new NotIssued(notWritten(file, error, 'folder'))
      }
      return made.value
    })
    const file = await paper?.take()
    return report(terminal, [writtenPaper(issued, file ?? folder)])
  } catch (error) {
    if (error instanceof NotIssued) return printFailure(terminal, error.failure)
    throw error
  } finally {
    await paper?.clear()
  }
}

function strangeAmong(folder: string, paper: string): Failure {
  return {
    code: 'invalid_input',
    message: say('statement_batches.strange_paper', { folder, paper }),
    remedy: say('statement_batches.strange_paper_remedy'),
  }
}

/** Carries the refusal out of the transaction, so that the number is not taken. */
class NotIssued extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

function unknownAbout(about: string): Failure {
  return {
    code: 'not_found',
    message: say('at_terminal.there_is_no_customer_package_and_no', { about }),
    remedy: say('at_terminal.check_how_it_is_written_or_write_all'),
  }
}

async function sayUnwritten(terminal: Terminal, made: Statement): Promise<void> {
  const { unwritable } = await import('../documents/pdf/unwritable.ts')
  const characters = unwritable(textsWithin(made))
  if (characters.length === 0) return
  terminal.err(`${say('papers.unwritten', { characters: characters.join(' '), count: characters.length })}\n`)
}

/** Before anything is issued: whose papers will have boxes in them. */
async function sayUnwrittenNames(terminal: Terminal, database: Database, refs: readonly string[]): Promise<void> {
  const { unwrittenNames } = await import('../statements/unwritten-names-store.ts')
  const names = await database.read((db) => unwrittenNames(db, refs))
  if (names.length === 0) return
  const shown = names.map(({ name, characters }) => `${name} (${characters.join(' ')})`).join(', ')
  terminal.err(`${say('statement_paper.unwrittenNames', { count: names.length, names: shown })}\n`)
}

async function all(
  terminal: Terminal,
  database: Database,
  wanted: StatementsWanted,
  moment: Moment,
): Promise<ExitStatus> {
  const left = await leftOrder(terminal, database)
  // An e-mail is one customer's, with all papers of theirs.
  const refs = await database.read((db) => allPackageRefs(db, wanted.drafts))
  const after = await database.read(lastIssued)
  const strange = strangePaper(wanted.folder, after)
  if (strange !== undefined) return printFailure(terminal, strangeAmong(wanted.folder, strange))
  const order: BatchOrder = {
    refs,
    asOf: wanted.asOf,
    from: wanted.from,
    inWords: false,
    short: wanted.short,
    form: 'folder',
    drafts: wanted.drafts,
    folder: wanted.folder,
    userId: null,
    after,
    ...moment,
  }
  await sayUnwrittenNames(terminal, database, order.refs)
  const written: WrittenPaper[] = []
  // Numbers without a paper come first: another order in their place would have them forgotten.
  for (const each of left ? [left, order] : [order]) {
    const batch = new StatementBatch(database, each)
    await batch.run(({ done, total }) => {
      if (terminal.screen) terminal.err(`\r${say('at_terminal.statements_of', { done, total })}`)
    })
    const { done, total, state, problem } = batch.progress
    terminal.err(`${terminal.screen ? '' : say('at_terminal.statements_of', { done, total })}\n`)
    if (state !== 'finished')
      return printFailure(terminal, {
        code: 'storage',
        message: problem ?? say('at_terminal.nothing_was_written'),
        remedy: say('at_terminal.statements_again'),
      })
    written.push(...batch.written)
  }
  return report(terminal, written)
}

/** A batch that was broken off while numbers of it had no paper; says which. */
async function leftOrder(terminal: Terminal, database: Database): Promise<BatchOrder | null> {
  const left = keptOrder(terminal.dataFolder)
  if (!left) return null
  const { missing, papers, into } = await database.read((db) => brokenOff(db, left))
  if (missing === 0) return null
  const numbers = papers.map(({ number }) => number).join(', ')
  terminal.err(`${say('at_terminal.papers_missing', { missing, numbers, folder: into })}\n`)
  return left
}

function report(terminal: Terminal, issued: readonly WrittenPaper[]): ExitStatus {
  const statements = issued.map(({ number, customer, packages, file }) => ({
    number,
    customer: customer.number,
    packages: packages.map(({ ref }) => ref),
    file,
  }))
  const text = statements.map(({ number, file }) => `${number}: ${file}`).join('\n')
  print(terminal, { statements }, text === '' ? say('at_terminal.no_customer_package_was_there_on_that') : text)
  return EXIT.done
}
