import { refused, type Failure, type FailureCode } from '../../shared/failure.ts'

/** Something about the data itself that a person must know: damaged, locked, read-only, full, too new. */
export class StorageProblem extends Error {
  readonly failure: Failure

  constructor(code: Extract<FailureCode, 'busy' | 'damaged' | 'storage'>, message: string, remedy: string) {
    super(`${message} ${remedy}`)
    const { failure } = refused(code, message, { remedy }) as { failure: Failure }
    this.failure = failure
  }
}

/** Puts an error of the file system at a data folder into a plain sentence; anything else is handed back as it is. */
export function asFolderProblem(error: unknown, folder: string): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EEXIST':
    case 'ENOTDIR':
      return new StorageProblem(
        'storage',
        `${folder} is a file, or lies below one; the data needs a folder.`,
        'Choose a folder with --data.',
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return cannotBeWritten(folder)
    case 'ENOSPC':
    case 'EDQUOT':
      return diskIsFull()
    case 'EIO':
      return new StorageProblem(
        'storage',
        `The disk did not read or write ${folder}.`,
        'Check the disk, then try again; nothing of this action was recorded.',
      )
    default:
      return error
  }
}

export function diskIsFull(): StorageProblem {
  return new StorageProblem(
    'storage',
    'The disk is full; nothing of this action was recorded.',
    'Make room on the disk, then do it again.',
  )
}

export function cannotBeWritten(folder: string): StorageProblem {
  return new StorageProblem(
    'storage',
    `The data folder ${folder} cannot be written.`,
    'Give yourself write permission on the folder, or choose another with --data.',
  )
}
