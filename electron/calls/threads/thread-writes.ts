import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { billingTerms } from '../../billing/terms.ts'
import { readOver } from '../../school/bringing-over/bring-over.ts'
import { recordStudents } from '../../school/bringing-over/record-students.ts'
import { readSheet } from '../../school/bringing-over/sheet.ts'
import type { Progress } from '../../school/csv/import-context.ts'
import { importSchool } from '../../school/csv/import-school.ts'
import { isSchoolFile, type SchoolFolder } from '../../school/csv/school-files.ts'
import { readAhead } from '../../school/csv/school-rows.ts'
import type { WriteDb } from '../../storage/database.ts'
import type { BoundCommand } from '../command.ts'
import { schoolToday } from '../school-today.ts'

/** A command whose work goes on in a thread, with its checked input. */
export interface ThreadWrite {
  readonly command: BoundCommand
  readonly input: unknown
}

interface Surroundings {
  readonly command: BoundCommand
  readonly progress: Progress
}

/** Reads what was sent, before the transaction; answers what is done in it. */
type Work<Name extends ThreadWriteCall> = (
  input: CallArguments<Name>,
  surroundings: Surroundings,
) => Promise<(db: WriteDb) => Promise<Outcome<CallOutput<Name>>>>

export type ThreadWriteCall = 'school.import' | 'start.importSchool' | 'bringOver.record'

/** What is so much work that nobody would be answered beside it. */
export const threadWrites: { readonly [Name in ThreadWriteCall]: Work<Name> } = {
  'school.import': async ({ files }, { command, progress }) => {
    const folder = readAhead(schoolFolder(files))
    return async (db) => done(await importSchool(db, folder, command, progress))
  },
  'start.importSchool': async ({ files }, { command, progress }) => {
    const folder = readAhead(schoolFolder(files))
    return async (db) => {
      if ((await schoolToday(db, command.now)).school) return schoolIsThere()
      return done(await importSchool(db, folder, command, progress))
    }
  },
  'bringOver.record': async (input, { command: { userId, now } }) => {
    const rows = await readSheet({ name: input.file.name, bytes: Buffer.from(input.file.content, 'base64') })
    return async (db) => {
      const { school } = await schoolToday(db, now)
      if (!school || userId === null) throw new Error('students are brought over without a school or a user')
      const terms = billingTerms(school, now, 'past')
      const read = await readOver(db, terms, rows, input)
      if (!read.ok) return read
      const { shown, plan } = read.value
      const nothing = { students: plan.students.length, recorded: 0, alreadyThere: 0 }
      if (shown.problems.length > 0) return done({ ...nothing, problems: shown.problems })
      const brought = await recordStudents(db, { userId, now }, terms, plan, input.day)
      return done({ ...nothing, ...brought, problems: [...brought.problems] })
    }
  },
}

/** The school's files among those that a window sent, from base64. */
function schoolFolder(files: readonly { readonly name: string; readonly content: string }[]): SchoolFolder {
  return new Map(
    files
      .filter(({ name }) => isSchoolFile(name))
      .map(({ name, content }) => [name, new Uint8Array(Buffer.from(content, 'base64'))]),
  )
}

export function schoolIsThere(): Outcome<never> {
  return refused('not_empty', say('refused_calls.this_data_folder_has_a_school_already'), {
    remedy: say('refused_calls.sign_in_to_it_or_choose_another_data'),
  })
}
