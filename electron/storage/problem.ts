import type { TroubleKind } from '../../shared/contract/trouble-kinds.ts'
import { refused, type Failure, type FailureCode } from '../../shared/failure.ts'
import { say, type WordParams } from '../../shared/words/say.ts'

type ProblemCode = Extract<FailureCode, 'busy' | 'damaged' | 'storage'>

/** How a caller is told: try again, the data is not as it should be, or the disk does not let us. */
const CODES: Readonly<Record<TroubleKind, ProblemCode>> = {
  damaged: 'damaged',
  unprotected: 'damaged',
  foreign: 'damaged',
  moved: 'damaged',
  missing: 'damaged',
  empty: 'damaged',
  older: 'damaged',
  rewritten: 'damaged',
  log_lost: 'damaged',
  check_failed: 'damaged',
  locked: 'busy',
  newer: 'storage',
  full: 'storage',
  read_only: 'storage',
  disk: 'storage',
  no_folder: 'storage',
  folder_in_place: 'storage',
  server_address: 'storage',
  server_away: 'busy',
  server_busy: 'busy',
  server_login: 'storage',
  server_secure: 'storage',
  server_rights: 'storage',
  server_encoding: 'storage',
  server_version: 'storage',
  server_older: 'storage',
  server_empty: 'storage',
  server_copy: 'storage',
}

/** Something about the data itself that a person must know: damaged, locked, read-only, full, too new. */
export class StorageProblem extends Error {
  readonly kind: TroubleKind
  readonly failure: Failure

  constructor(kind: TroubleKind, params: WordParams) {
    const message = say(`trouble.${kind}`, params)
    const remedy = say(`trouble.${kind}_remedy`, params)
    super(`${message} ${remedy}`)
    this.kind = kind
    const { failure } = refused(CODES[kind], message, { remedy }) as { failure: Failure }
    this.failure = failure
  }
}

/** Does what a server that is away, or lets this desk in no more, may leave undone: it loses nothing by it. */
export async function unlessAway(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof StorageProblem) || !['server_away', 'server_login'].includes(error.kind)) throw error
  }
}

/** The program is being closed: what was still read is not answered any more. Nothing is wrong, and nothing is lost. */
export class Closing extends Error {
  readonly failure: Failure

  constructor() {
    super(say('trouble.closing'))
    this.failure = { code: 'busy', message: say('trouble.closing'), remedy: say('trouble.closing_remedy') }
  }
}

/** Something large is being recorded in this process: what waited behind it was given up, and is not done later. */
export class Occupied extends Error {
  readonly failure: Failure

  constructor() {
    super(say('trouble.occupied'))
    this.failure = { code: 'busy', message: say('trouble.occupied'), remedy: say('trouble.occupied_remedy') }
  }
}

/** Puts an error of the file system at a data folder into a plain sentence; anything else is handed back as it is. */
export function asFolderProblem(error: unknown, folder: string): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EEXIST':
    case 'ENOTDIR':
      return new StorageProblem('no_folder', { folder })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StorageProblem('read_only', { folder })
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new StorageProblem('full', {})
    case 'EIO':
      return new StorageProblem('disk', { file: folder })
    default:
      return error
  }
}
