import type { ImportCounts, ImportResult } from '../../shared/contract/school.ts'
import type { Progress } from '../school/csv/import-context.ts'
import { fillDemonstration } from '../school/demonstration/demonstration.ts'
import { readFolder } from '../school/csv/folder-store.ts'
import { importSchool } from '../school/csv/import-school.ts'
import { EXIT, print, printErrors, printFailure, type SchoolCommand, type Terminal } from './terminal.ts'

/** `import FOLDER` */
export function importFolder(path: string): SchoolCommand {
  return async (terminal, database) => {
    const folder = readFolder(path)
    if (!folder.ok) return printFailure(terminal, folder.failure)
    const result = await database.write((db) =>
      importSchool(db, folder.value, { userId: null, now: terminal.now() }, progressOn(terminal)),
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
    const full = await database.read((db) => db.selectFrom('school').select('name').executeTakeFirst())
    if (full) {
      return printFailure(terminal, {
        code: 'not_empty',
        message: `The data folder ${terminal.dataFolder} holds ${full.name} already.`,
        remedy: 'Choose an empty folder with --data.',
      })
    }
    await database.write((db) => fillDemonstration(db, { userId: null, now: terminal.now() }))
    print(terminal, { demonstration: true }, 'The demonstration school is ready. See it with: npm start')
    return EXIT.done
  }
}

/** Shows how far an import is, on a line of its own that is written over. */
function progressOn(terminal: Terminal): Progress {
  let shown = 0
  return (stage, done, total) => {
    const instant = Date.now()
    if (total < 2_000 || (instant - shown < 200 && done < total)) return
    shown = instant
    terminal.err(`\r${stage}: ${done} of ${total} rows${done < total ? '' : '\n'}`)
  }
}

/** One of them, and several. */
const COUNT_WORDS: Readonly<Record<keyof ImportCounts, readonly [string, string]>> = {
  school: ['school', 'school'],
  hourTypes: ['hour type', 'hour types'],
  items: ['product or service', 'products and services'],
  rates: ['rate', 'rates'],
  packages: ['package', 'packages'],
  packageLines: ['package line', 'package lines'],
  customers: ['customer', 'customers'],
  users: ['user', 'users'],
  activity: ['action', 'actions'],
}

function importedText(result: Extract<ImportResult, { outcome: 'imported' }>): string {
  if (!result.changed) return 'Nothing was changed: everything in the folder is in the school already.'
  const names = Object.keys(COUNT_WORDS) as (keyof ImportCounts)[]
  const parts = names
    .filter((name) => result.imported[name] > 0)
    .map((name) => `${result.imported[name]} ${COUNT_WORDS[name][result.imported[name] === 1 ? 0 : 1]}`)
  const before = names.reduce((sum, name) => sum + result.alreadyThere[name], 0)
  return `Imported: ${parts.join(', ')}.${before > 0 ? ` ${before} ${before === 1 ? 'was' : 'were'} in the school already.` : ''}`
}
