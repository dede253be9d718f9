import type { ImportCounts, ImportResult } from '../../shared/contract/school.ts'
import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { Progress } from '../school/csv/import-context.ts'
import { fillDemonstration } from '../school/demonstration/demonstration.ts'
import { readFolder } from '../school/csv/folder-store.ts'
import { importSchool } from '../school/csv/import-school.ts'
import { readAhead } from '../school/csv/school-rows.ts'
import { schoolName } from './named-store.ts'
import { EXIT, print, printErrors, printFailure, type SchoolCommand, type Terminal } from './terminal.ts'

/** `import FOLDER`. A folder that cannot be read is found before a school is made for what is in it. */
export function importFolder(path: string): SchoolCommand | Failure {
  const folder = readFolder(path)
  if (!folder.ok) return folder.failure
  return async (terminal, database) => {
    const school = readAhead(folder.value)
    const result = await database.write((db) =>
      importSchool(db, school, { userId: null, now: terminal.now() }, progressOn(terminal)),
    )
    if (result.outcome === 'refused') return printErrors(terminal, result.errors)
    const { changed, imported, alreadyThere } = result
    print(terminal, { changed, imported, alreadyThere }, importedText(result))
    return EXIT.done
  }
}

/** `demo` */
export function demonstration(): SchoolCommand {
  return async (terminal, database) => {
    const name = await database.read(schoolName)
    if (name !== undefined) {
      return printFailure(terminal, {
        code: 'not_empty',
        message: say('command_line.the_data_folder_datafolder_holds_name', {
          dataFolder: terminal.dataFolder,
          name,
        }),
        remedy: say('command_line.choose_an_empty_folder_with_data'),
      })
    }
    await database.write((db) => fillDemonstration(db, { userId: null, now: terminal.now() }))
    print(terminal, { demonstration: true }, say('command_line.the_demonstration_school_is_ready_see'))
    return EXIT.done
  }
}

/** Shows how far an import is: on a screen on a line that is written over, in a log a line now and then. */
function progressOn(terminal: Terminal): Progress {
  const pause = terminal.screen ? 200 : 30_000
  let shown = terminal.screen ? 0 : Date.now()
  return (stage, done, total) => {
    const instant = Date.now()
    const ended = done === total && total >= 2_000
    if (!ended && (total < 2_000 || instant - shown < pause)) return
    shown = instant
    const words = say('command_line.rows_done', { stage, done, total })
    terminal.err(terminal.screen ? `\r${words}${ended ? '\n' : ''}` : `${words}\n`)
  }
}

/** What is counted of an import, in the order in which it is said. */
const COUNTED: readonly (keyof ImportCounts)[] = [
  'school',
  'hourTypes',
  'items',
  'rates',
  'packages',
  'packageLines',
  'customers',
  'users',
  'activity',
]

function importedText(result: Extract<ImportResult, { outcome: 'imported' }>): string {
  if (!result.changed) return say('command_line.nothing_was_changed_everything_in_the')
  const parts = COUNTED.filter((name) => result.imported[name] > 0)
    .map((name) => say(`command_line.count_${name}`, { count: result.imported[name] }))
    .join(', ')
  const before = COUNTED.reduce((sum, name) => sum + result.alreadyThere[name], 0)
  return before > 0 ? say('command_line.imported_beside', { parts, before }) : say('command_line.imported', { parts })
}
