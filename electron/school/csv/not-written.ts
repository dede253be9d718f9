import type { Failure } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ETIMEDOUT: 'its disk does not answer',
  'no ordinary file': 'it is no ordinary file',
}

/** Why a file or folder that leaves the school could not be written, in a plain sentence. */
export function notWritten(path: string, error: unknown, kind: 'file' | 'folder'): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code] ?? `the computer says ${code || String(error)}`
  return {
    code: 'storage',
    message: say('folders.path_cannot_be_written_reason', { path, reason }),
    remedy: say('folders.choose_another_kind', { kind }),
  }
}
