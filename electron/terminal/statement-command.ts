import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement, StatementOf } from '../../shared/contract/statements.ts'
import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import { refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { readLogo } from '../billing/policies-store.ts'
import { readSchool } from '../billing/school-store.ts'
import { lastIssued } from '../statements/batch-store.ts'
import { StatementBatch } from '../statements/batch.ts'
import { statementFileName } from '../statements/file-name.ts'
import { textsWithin } from '../documents/pdf/texts-within.ts'
import { issueStatement } from '../statements/issued-store.ts'
import { notWritten } from '../school/csv/not-written.ts'
import type { Database, ReadDb } from '../storage/database.ts'
import { ordinaryFolder } from '../storage/ordinary-folder.ts'
import { EXIT, print, printFailure, type ExitStatus, type SchoolCommand, type Terminal } from './terminal.ts'

interface Wanted {
  /** a customer package's ref, a customer's number, or `all` */
  readonly about: string
  readonly folder: string
  readonly asOf: BusinessDate | null
}

/** `statement REF or CUSTOMER or all --out DIR [--as-of DATE]` */
export function statement(wanted: Wanted): SchoolCommand {
  return async (terminal, database) => {
    const school = await database.read(readSchool)
    if (!school) {
      return printFailure(terminal, {
        code: 'not_found',
        message: say('at_terminal.there_is_no_school_in_datafolder', { dataFolder: terminal.dataFolder }),
        remedy: say('at_terminal.choose_its_data_folder_with_data_or'),
      })
    }
    const ordinary = await ordinaryFolder(wanted.folder, { anywhere: true, dataFolder: terminal.dataFolder })
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

async function one(
  terminal: Terminal,
  database: Database,
  wanted: Wanted,
  { now, today }: Moment,
): Promise<ExitStatus> {
  const { asOf, folder } = wanted
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    return printFailure(terminal, notWritten(folder, error, 'folder'))
  }
  const issued = await database.write(async (db): Promise<Outcome<Statement>> => {
    const about = await aboutOf(db, wanted.about)
    if (!about) {
      return refused('not_found', say('at_terminal.there_is_no_customer_package_and_no', { about: wanted.about }), {
        remedy: say('at_terminal.check_how_it_is_written_or_write_all'),
      })
    }
    const choice = { about, asOf, from: null, inWords: false, short: false, notes: false }
    return issueStatement(db, { choice, today, userId: null, now })
  })
  if (!issued.ok) return printFailure(terminal, issued.failure)
  await sayUnwritten(terminal, issued.value)
  const file = join(folder, statementFileName(issued.value, 'pdf'))
  try {
    // Loaded where it is needed: every command would wait for it.
    const { statementPdf } = await import('../statements/statement-pdf.ts')
    const logo = await database.read(readLogo)
    writeFileSync(file, await statementPdf([issued.value], logo), { flag: 'wx' })
  } catch (error) {
    return printFailure(terminal, notWritten(file, error, 'folder'))
  }
  return report(terminal, [{ statement: issued.value, file }])
}

async function sayUnwritten(terminal: Terminal, made: Statement): Promise<void> {
  const { unwritable } = await import('../documents/pdf/unwritable.ts')
  const characters = unwritable(textsWithin(made))
  if (characters.length === 0) return
  terminal.err(`${say('papers.unwritten', { characters: characters.join(' '), count: characters.length })}\n`)
}

async function aboutOf(db: ReadDb, words: string): Promise<StatementOf | undefined> {
  const pack = await db.selectFrom('customer_packages').select('ref').where('ref', '=', words).executeTakeFirst()
  if (pack) return { of: 'package', ref: words }
  const customer = await db.selectFrom('customers').select('number').where('number', '=', words).executeTakeFirst()
  return customer && { of: 'customer', number: words }
}

async function all(terminal: Terminal, database: Database, wanted: Wanted, moment: Moment): Promise<ExitStatus> {
  const rows = await database.read((db) => db.selectFrom('customer_packages').select('ref').orderBy('id').execute())
  const after = await database.read(lastIssued)
  const batch = new StatementBatch(database, {
    refs: rows.map(({ ref }) => ref),
    asOf: wanted.asOf,
    from: null,
    inWords: false,
    short: false,
    form: 'folder',
    folder: wanted.folder,
    userId: null,
    after,
    ...moment,
  })
  await batch.run(({ done, total }) => {
    if (terminal.screen) terminal.err(`\rstatements: ${done} of ${total}`)
  })
  terminal.err(`${terminal.screen ? '' : `statements: ${batch.progress.done} of ${batch.progress.total}`}\n`)
  const { state, problem } = batch.progress
  if (state !== 'finished')
    return printFailure(terminal, { code: 'storage', message: problem ?? say('at_terminal.nothing_was_written') })
  return report(terminal, batch.issued)
}

function report(terminal: Terminal, issued: readonly { statement: Statement; file: string }[]): ExitStatus {
  const statements = issued.map(({ statement: made, file }) => ({
    number: made.number,
    customer: made.customer.number,
    packages: made.packages.map(({ ref }) => ref),
    file,
  }))
  const text = statements.map(({ number, file }) => `${number}: ${file}`).join('\n')
  print(terminal, { statements }, text === '' ? say('at_terminal.no_customer_package_was_there_on_that') : text)
  return EXIT.done
}
