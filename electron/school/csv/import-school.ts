import type { ImportCounts, ImportResult } from '../../../shared/contract/school.ts'
import { appendWaiting, signedForImport, type Signature } from '../../billing/records/keep-record-store.ts'
import { seedRoles } from '../../people/users-store.ts'
import type { WriteDb } from '../../storage/database.ts'
import { undoable } from '../../storage/undoable.ts'
import { importActivity } from './import-activity.ts'
import { noCounts, type ImportContext, type Progress } from './import-context.ts'
import { ImportProblems } from './import-problems.ts'
import { importRecords } from './import-records.ts'
import { importSchoolRow } from './import-school-row.ts'
import { rates } from './rate-kind.ts'
import { customers, hourTypes, items, packageLines, packages, users } from './record-kinds.ts'
import { isSchoolFile, type SchoolFolder } from './school-files.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Brings in a school folder: all or nothing. Every row is checked, with the rest as if a bad row were not there; where
 * there is one error, nothing at all is changed. What the school holds already with the same content stays.
 * @param signature who brings it in, and the instant of recording
 */
export async function importSchool(
  db: WriteDb,
  folder: SchoolFolder,
  signature: Signature,
  progress: Progress,
): Promise<ImportResult> {
  const by = await signedForImport(db, signature)
  const context: ImportContext = {
    db,
    by,
    folder,
    problems: new ImportProblems(),
    imported: noCounts(),
    alreadyThere: noCounts(),
    progress,
  }
  if (![...folder.keys()].some(isSchoolFile)) {
    return {
      outcome: 'refused',
      errors: [{ file: '', row: null, message: say('activity_csv.the_folder_has_none_of_the_files_of_a') }],
    }
  }
  const answer = await undoable(db, async () => {
    await importEverything(context)
    await appendWaiting(db, by)
    return { ok: !context.problems.any }
  })
  const { problems, imported, alreadyThere } = context
  if (!answer.ok) return { outcome: 'refused', errors: problems.all }
  return { outcome: 'imported', changed: total(imported) > 0, imported, alreadyThere }
}

async function importEverything(context: ImportContext): Promise<void> {
  const { db } = context
  const terms = await importSchoolRow(context)
  await seedRoles(db, context.by)
  await importRecords(context, hourTypes(context))
  await importRecords(context, items(context))
  await importRecords(context, await rates(context))
  const before = new Set((await db.selectFrom('packages').select('code').execute()).map(({ code }) => code))
  await importRecords(context, packages(context))
  const after = await db.selectFrom('packages').select('code').execute()
  const added = new Set(after.map(({ code }) => code).filter((code) => !before.has(code)))
  await importRecords(context, await packageLines(context, added))
  await importRecords(context, customers(context))
  await importRecords(context, users(context))
  await importActivity(context, terms)
}

function total(counts: ImportCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
