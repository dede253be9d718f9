import type { Failure } from '../../../shared/failure.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'

const REASONS: Readonly<Record<string, WordKey>> = {
  EEXIST: 'folders.a_file_of_that_name',
  EISDIR: 'folders.it_is_a_folder',
  ENOENT: 'folders.no_such_folder',
  ENOTDIR: 'folders.a_part_is_a_file',
  EACCES: 'folders.you_may_not_write',
  EPERM: 'folders.you_may_not_write',
  EROFS: 'folders.read_only',
  ENOSPC: 'folders.disk_full',
  ENAMETOOLONG: 'folders.name_too_long',
  ETIMEDOUT: 'folders.disk_does_not_answer',
  NOT_ORDINARY: 'folders.no_ordinary_file',
}

/** Why a file or folder that leaves the school could not be written, in a plain sentence. */
export function notWritten(path: string, error: unknown, kind: 'file' | 'folder'): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const known = REASONS[code]
  const reason = known ? say(known) : say('folders.the_computer_says', { code: code || String(error) })
  return {
    code: 'storage',
    message: say('folders.path_cannot_be_written_reason', { path, reason }),
    remedy: say('folders.choose_another_kind', { kind }),
  }
}
