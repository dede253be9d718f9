import { dirname } from 'node:path'
import { asFolderProblem, StorageProblem } from '../problem.ts'

/**
 * Puts an error of SQLite, or of the file system, into a plain sentence; anything else is handed back as it is.
 * @param file the data file, in its folder
 */
export function asStorageProblem(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // What lies beside the file while it is open found no room.
  if (code === 'SQLITE_IOERR_SHMSIZE') return new StorageProblem('full', {})
  switch (/^SQLITE_([A-Z]+)/.exec(code)?.[1]) {
    case undefined:
      return asFolderProblem(error, dirname(file))
    case 'BUSY':
    case 'LOCKED':
      return new StorageProblem('locked', { file })
    case 'FULL':
      return new StorageProblem('full', {})
    case 'READONLY':
    case 'CANTOPEN':
      return new StorageProblem('read_only', { folder: dirname(file) })
    case 'CORRUPT':
    case 'NOTADB':
      return new StorageProblem('damaged', { file })
    case 'IOERR':
      return new StorageProblem('disk', { file })
    default:
      return error
  }
}
