import { dirname } from 'node:path'
import { refused, type Failure, type FailureCode } from '../../shared/failure.ts'

/** Something about the data file itself that a person must know: damaged, locked, read-only, full, too new. */
export class StorageProblem extends Error {
  readonly failure: Failure

  constructor(code: Extract<FailureCode, 'busy' | 'damaged' | 'storage'>, message: string, remedy: string) {
    super(`${message} ${remedy}`)
    const { failure } = refused(code, message, { remedy }) as { failure: Failure }
    this.failure = failure
  }
}

const RETRY = 'Close the other program that uses this data folder (a backup or another Blocktime), then try again.'

/**
 * Puts an error of SQLite into a plain sentence; anything else is handed back as it is.
 * @param file the data file, in its folder
 */
export function asStorageProblem(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StorageProblem('busy', `The data file ${file} is in use by another program.`, RETRY)
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new StorageProblem(
      'storage',
      'The disk is full; nothing of this action was recorded.',
      'Make room on the disk, then do it again.',
    )
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StorageProblem(
      'storage',
      `${dirname(file)} is a file, or lies below one; the data needs a folder.`,
      'Choose a folder with --data.',
    )
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'EROFS'
  ) {
    return new StorageProblem(
      'storage',
      `The data folder of ${file} cannot be written.`,
      'Give yourself write permission on the folder, or choose another with --data.',
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return new StorageProblem(
      'damaged',
      `The data file ${file} is damaged, or is not a Blocktime file. It was left as it is.`,
      'Restore the last good backup with "blocktime restore FILE", or choose another data folder with --data.',
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new StorageProblem(
      'storage',
      `The disk did not read or write ${file}.`,
      'Check the disk, then try again; nothing of this action was recorded.',
    )
  }
  return error
}
