import { say } from '../../../shared/words/say.ts'
import type { ImportError } from '../../../shared/contract/school.ts'
import type { Failure } from '../../../shared/failure.ts'
import { RESTS_ON, type SchoolFile } from './school-files.ts'

/** Collects what is wrong with a folder: one entry for each row, every reason in it. */
export class ImportProblems {
  readonly #errors = new Map<string, ImportError>()
  readonly #unreadable = new Set<SchoolFile>()

  /** @param row the header is row 1; null for the file as a whole */
  add(file: string, row: number | null, message: string): void {
    const key = `${file}:${row}`
    const before = this.#errors.get(key)
    this.#errors.set(key, { file, row, message: before ? `${before.message} ${message}` : message })
  }

  /** A file of which no row could be read: what rests on it says nothing of its own. */
  addUnreadable(file: SchoolFile): void {
    this.#unreadable.add(file)
  }

  /** Whether rows of a file may be wrong only because another file could not be read. */
  restsOnUnreadable(file: SchoolFile): boolean {
    return (RESTS_ON[file] ?? []).some((other) => this.#unreadable.has(other))
  }

  get any(): boolean {
    return this.#errors.size > 0
  }

  get all(): ImportError[] {
    // By file as they were read, by row within a file.
    const byFile = Map.groupBy(this.#errors.values(), ({ file }) => file)
    return [...byFile.values()].flatMap((errors) => errors.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)))
  }
}

/** A refusal of the rules as one line of the report. */
export function sentence(failure: Failure): string {
  return failure.remedy ? `${failure.message} ${failure.remedy}` : failure.message
}

/** What is wrong where a row names a code that the catalogue does not have. */
export function noCode(code: string): string {
  return say('activity_csv.there_is_no_hour_type_or_item_with_the', { code: code.slice(0, 40) })
}
