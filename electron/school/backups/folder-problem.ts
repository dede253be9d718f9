import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, parse } from 'node:path'
import { refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { PRIVATE } from '../../storage/durable-file.ts'
import { temporaryName } from '../../storage/temporary-files.ts'

/** Folders of the system itself, where nothing is an ordinary file. */
const OF_THE_SYSTEM = /^\/(proc|sys|dev|run\/(?!media)|etc|bin|sbin|usr|boot|lib)(\/|$)/

/** Why backups cannot go to a folder, which is made where it is missing; undefined where they can. */
export function folderProblem(folder: string): Outcome<never> | undefined {
  if (!isAbsolute(folder)) return wrong(say('backups.not_whole_path'), say('backups.not_whole_path_remedy'))
  if (parse(folder).root === folder || OF_THE_SYSTEM.test(folder))
    return wrong(say('backups.of_the_system', { folder }), say('backups.choose_another'))
  const probe = temporaryName(join(folder, 'blocktime'))
  try {
    mkdirSync(folder, { recursive: true, mode: PRIVATE.folder })
    if (!statSync(folder).isDirectory()) throw new Error('not a folder')
    writeFileSync(probe, 'x', { mode: PRIVATE.file, flag: 'wx' })
    return undefined
  } catch {
    return wrong(say('backups.cannot_write', { folder }), say('backups.choose_another'))
  } finally {
    rmSync(probe, { force: true })
  }
}

function wrong(message: string, remedy: string): Outcome<never> {
  return refused('invalid_input', message, { field: 'folder', remedy })
}
