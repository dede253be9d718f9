import { dirname } from 'node:path'
import { asFolderProblem, cannotBeWritten, diskIsFull, StorageProblem } from '../problem.ts'

const RETRY = 'Close the other program that uses this data folder (a backup or another Blocktime), then try again.'

/**
 * Puts an error of SQLite, or of the file system, into a plain sentence; anything else is handed back as it is.
 * @param file the data file, in its folder
 */
export function asStorageProblem(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (/^SQLITE_([A-Z]+)/.exec(code)?.[1]) {
    case undefined:
      return asFolderProblem(error, dirname(file))
    case 'BUSY':
    case 'LOCKED':
      return new StorageProblem('busy', `The data file ${file} is in use by another program.`, RETRY)
    case 'FULL':
      return diskIsFull()
    case 'READONLY':
    case 'CANTOPEN':
      return cannotBeWritten(dirname(file))
    case 'CORRUPT':
    case 'NOTADB':
      return damaged(file)
    case 'IOERR':
      return new StorageProblem(
        'storage',
        `The disk did not read or write ${file}.`,
        'Check the disk, then try again; nothing of this action was recorded.',
      )
    default:
      return error
  }
}

function damaged(file: string): StorageProblem {
  return new StorageProblem(
    'damaged',
    `The data file ${file} is damaged, or is not a Blocktime file. It was left as it is.`,
    'Restore the last good backup with "blocktime restore FILE", or choose another data folder with --data.',
  )
}
