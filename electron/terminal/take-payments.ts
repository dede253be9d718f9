import type { CountedTender } from '../../shared/contract/closings.ts'
import { say } from '../../shared/words/say.ts'
import type { Failure } from '../../shared/failure.ts'
import { sourceCalled } from '../../shared/source-name.ts'
import { readSchool } from '../billing/school-store.ts'
import { fileJson } from '../reconcile/files/files-json.ts'
import type { ReadFile } from '../reconcile/files/read-file.ts'
import { knownLines } from '../reconcile/settling/known-lines-store.ts'
import { readSources } from '../reconcile/settling/lines-store.ts'
import { takeLines } from '../reconcile/settling/take-file-store.ts'
import type { WriteDb } from '../storage/database.ts'
import { isWhole, readInOrder, termsOf, unreadableFiles, type PaymentsOptions } from './payments-command.ts'
import { filesText } from './payments-text.ts'
import { firstAdministrator } from './named-store.ts'
import { EXIT, print, printErrors, printFailure, type SchoolCommand } from './terminal.ts'

/** `payments FILE... --take SOURCE`: takes what the files say, all of them or nothing. */
export function takePayments(options: PaymentsOptions, source: string): SchoolCommand {
  return async (terminal, database) => {
    const unreadable = unreadableFiles(options.files)
    if (unreadable.length > 0) return printErrors(terminal, unreadable)
    const school = await database.read(readSchool)
    if (!school) return printFailure(terminal, { code: 'not_found', message: say('payment_files.no_school') })
    const terms = termsOf(options, school)
    if (terms.currency !== school.currency)
      return printFailure(terminal, {
        code: 'invalid_input',
        message: say('payment_files.not_the_schools', { currency: school.currency }),
      })
    const there = sourceCalled(await database.read(readSources), source)
    if (there && there.name !== source) {
      const message = say('payment_files.source_written', { source, name: there.name })
      return printFailure(terminal, { code: 'invalid_input', message })
    }
    const known = await database.read((db) => knownLines(db, there?.id ?? null))
    const read = await readInOrder(options, terms, there ? [there.mapping] : [])
    const files = read.map(({ name, read: one }) => fileJson(name, one, known, terms))
    if (!isWhole(files)) {
      print(terminal, { files, taken: 0 }, filesText(files))
      return EXIT.refused
    }
    const taken = await database.write((db) => takeAll(db, source, read, terminal.now()))
    if (typeof taken !== 'number') return printFailure(terminal, taken)
    print(terminal, { files, taken }, `${filesText(files)}\n${say('payment_files.text_taken', { taken, source })}`)
    return EXIT.done
  }
}

/** Takes the files one after the other; answers how many brought something new. */
async function takeAll(
  db: WriteDb,
  name: string,
  files: readonly { readonly name: string; readonly read: ReadFile }[],
  now: Date,
): Promise<number | Failure> {
  const userId = await firstAdministrator(db)
  if (userId === undefined) return { code: 'not_found', message: say('payment_files.no_administrator') }
  let taken = 0
  for (const { name: file, read } of files) {
    const known = (await readSources(db)).find((source) => source.name === name)
    const tenders = known?.tenders ?? tendersOf(read)
    const made = await takeLines(db, { id: known?.id ?? null, name, tenders }, file, read, { userId, now })
    taken += made === null ? 0 : 1
  }
  return taken
}

/** Where a file does not say what it is, it is a bank's. */
function tendersOf({ tenders }: ReadFile): CountedTender[] {
  return tenders.length > 0 ? [...tenders] : ['check', 'ach', 'cash']
}
