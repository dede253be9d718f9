import { closeSync, openSync, readSync, type Stats } from 'node:fs'
import { businessDateAt } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { hasSchool, readSchool } from '../billing/school-store.ts'
import { exportCsv } from '../school/csv/export-csv.ts'
import { notWritten } from '../school/csv/not-written.ts'
import { writeFolder } from '../school/csv/folder-store.ts'
import { exportHledger, HLEDGER_FIRST_LINE } from '../school/journal/export-hledger.ts'
import { exportJournalCsv, JOURNAL_FIRST_LINE } from '../school/journal/export-journal-csv.ts'
import { personData } from '../school/person/person-data.ts'
import type { ReadDb } from '../storage/database.ts'
import { newFile, outFile, outFolder } from './out-place.ts'
import { EXIT, print, printFailure, type SchoolCommand } from './terminal.ts'

const LONGEST_FIRST_LINE = 2_000

/** `export csv OUT` */
export function exportToFolder(path: string): SchoolCommand {
  return async (terminal, database) => {
    const ordinary = await outFolder(terminal, path)
    if (!ordinary.ok) return printFailure(terminal, ordinary.failure)
    const files = await database.read(exportCsv)
    if (files.size === 0) return emptySchool(terminal)
    const written = writeFolder(path, files)
    if (!written.ok) return printFailure(terminal, written.failure)
    print(terminal, { folder: path, files: [...files.keys()] }, say('command_line.the_school_is_in_path', { path }))
    return EXIT.done
  }
}

/** `export customer NUMBER OUT`: everything that is held of one customer. */
export function exportCustomer(number: string, path: string): SchoolCommand {
  return async (terminal, database) => {
    const ordinary = await outFolder(terminal, path)
    if (!ordinary.ok) return printFailure(terminal, ordinary.failure)
    const data = await database.read(async (db) => {
      const school = await readSchool(db)
      if (!school) return null
      const now = terminal.now()
      return personData(db, number, { school, today: businessDateAt(now, school.timeZone), now })
    })
    if (data === null) return emptySchool(terminal)
    if (!data.ok) return printFailure(terminal, data.failure)
    const { files, number: own } = data.value
    const written = writeFolder(path, files)
    if (!written.ok) return printFailure(terminal, written.failure)
    print(terminal, { folder: path, files: [...files.keys()] }, say('person.written', { number: own, path }))
    return EXIT.done
  }
}

/** The ledger in a form that other programs take. */
interface LedgerForm {
  readonly parts: (db: ReadDb) => AsyncGenerator<string>
  /** what the first line of such a file is */
  readonly firstLine: RegExp
}

/** `export hledger OUT` */
export function exportToHledger(path: string): SchoolCommand {
  return exportLedger(path, { parts: exportHledger, firstLine: HLEDGER_FIRST_LINE })
}

/** `export journal OUT [--money]` */
export function exportToJournal(path: string, choice: { readonly moneyOnly: boolean }): SchoolCommand {
  return exportLedger(path, { parts: (db) => exportJournalCsv(db, choice), firstLine: JOURNAL_FIRST_LINE })
}

/** The whole ledger, in parts that are written one after another. */
export function exportLedger(path: string, { parts, firstLine }: LedgerForm): SchoolCommand {
  return async (terminal, database) => {
    const school = await database.read(hasSchool)
    if (!school) return emptySchool(terminal)
    // The disk that the file lies on, not the school's: a reading says of every full disk that it is the school's.
    let broke: unknown
    const there = await outFile(terminal, path)
    if (!there.ok) return printFailure(terminal, there.failure)
    try {
      if (there.value?.isDirectory()) return printFailure(terminal, notWritten(path, { code: 'EISDIR' }, 'file'))
      if (isAnotherFile(path, there.value, firstLine))
        return printFailure(terminal, notWritten(path, { code: 'EEXIST' }, 'file'))
      const made = await newFile(path, (file) =>
        database.read(async (db) => {
          for await (const part of parts(db))
            await file.writeFile(part).catch((error: unknown) => Promise.reject((broke = error)))
        }),
      )
      await made.take()
    } catch (error) {
      return printFailure(terminal, notWritten(path, broke ?? error, 'file'))
    }
    print(terminal, { file: path }, say('command_line.the_ledger_is_in_path', { path }))
    return EXIT.done
  }
}

/** An earlier export of the same form is replaced, and so is an empty file; any other file stays as it is. */
function isAnotherFile(path: string, there: Stats | undefined, firstLine: RegExp): boolean {
  if (!there || there.size === 0) return false
  const file = openSync(path, 'r')
  try {
    const begin = Buffer.alloc(LONGEST_FIRST_LINE)
    const length = readSync(file, begin, 0, begin.length, 0)
    return !firstLine.test(begin.toString('utf8', 0, length).split('\n')[0] ?? '')
  } finally {
    closeSync(file)
  }
}

function emptySchool(terminal: Parameters<SchoolCommand>[0]) {
  return printFailure(terminal, {
    code: 'not_found',
    message: say('command_line.there_is_no_school_in_datafolder', { dataFolder: terminal.dataFolder }),
    remedy: say('command_line.choose_its_data_folder_with_data_or'),
  })
}
