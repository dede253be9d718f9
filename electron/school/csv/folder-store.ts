import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refused, done, type Outcome } from '../../../shared/failure.ts'
import { PRIVATE } from '../../storage/durable-file.ts'
import { notWritten } from './not-written.ts'
import { isSchoolFile, type SchoolFolder } from './school-files.ts'
import { say } from '../../../shared/words/say.ts'

/** Reads the school's files of a folder on disk. Refused: not_found where it is no folder that can be read. */
export function readFolder(path: string): Outcome<SchoolFolder> {
  try {
    if (!statSync(path).isDirectory()) return notAFolder(path)
    const names = readdirSync(path).filter(isSchoolFile)
    return done(new Map(names.map((name) => [name, readFileSync(join(path, name))])))
  } catch {
    return notAFolder(path)
  }
}

function notAFolder(path: string): Outcome<never> {
  return refused('not_found', say('folders.path_is_not_a_folder_that_can_be_read', { path }), {
    remedy: say('folders.give_the_folder_that_holds_the_csv_files'),
  })
}

/**
 * Writes a school's files into a folder, which must be empty or not exist: all of them, or none is left there.
 * Refused: not_empty, storage.
 */
export function writeFolder(path: string, files: ReadonlyMap<string, string>): Outcome<null> {
  const wasThere = existsSync(path)
  let began = false
  try {
    mkdirSync(path, { recursive: true, mode: PRIVATE.folder })
    if (readdirSync(path).length > 0) {
      return refused('not_empty', say('folders.path_has_files_in_it', { path }), {
        remedy: say('folders.name_an_empty_folder_or_one_that_does'),
      })
    }
    began = true
    for (const [name, text] of files) writeFileSync(join(path, name), text, { mode: PRIVATE.file })
    return done(null)
  } catch (error) {
    if (began) for (const name of files.keys()) rmSync(join(path, name), { force: true })
    if (began && !wasThere) rmdirSync(path)
    return { ok: false, failure: notWritten(path, error, 'folder') }
  }
}
