import type { ImportCounts } from '../../../shared/contract/school.ts'
import type { Signature } from '../../billing/records/keep-record-store.ts'
import type { WriteDb } from '../../storage/database.ts'
import type { ImportProblems } from './import-problems.ts'
import type { SchoolFolder } from './school-files.ts'

/** How far an import is, for the display: rows done of all rows of a stage. */
export type Progress = (stage: string, done: number, total: number) => void

/** What every part of one import shares. */
export interface ImportContext {
  readonly db: WriteDb
  readonly by: Signature
  readonly folder: SchoolFolder
  readonly problems: ImportProblems
  readonly imported: ImportCounts
  readonly alreadyThere: ImportCounts
  readonly progress: Progress
}

export function noCounts(): ImportCounts {
  return {
    school: 0,
    hourTypes: 0,
    items: 0,
    rates: 0,
    packages: 0,
    packageLines: 0,
    customers: 0,
    users: 0,
    activity: 0,
  }
}
