import { mkdirSync } from 'node:fs'
import { say } from '../../shared/words/say.ts'
import { ReadingThreads } from '../calls/threads/reading-threads.ts'
import { rebuildInThreads } from '../calls/areas/rebuild.ts'
import { backUp } from '../school/backups/backup.ts'
import { restore } from '../school/backups/restore.ts'
import { outFile } from './out-place.ts'
import { EXIT, print, printFailure, type ExitStatus, type SchoolCommand, type Terminal } from './terminal.ts'

/** `backup FILE` */
export function backup(file: string): SchoolCommand {
  return async (terminal, database) => {
    const ordinary = await outFile(terminal, file)
    if (!ordinary.ok) return printFailure(terminal, ordinary.failure)
    const made = await backUp(database, file, terminal.now())
    if (!made.ok) return printFailure(terminal, made.failure)
    print(terminal, { file, ...made.value }, say('command_line.the_backup_is_file_its_manifest_lies', { file }))
    return EXIT.done
  }
}

/** `rebuild` */
export function rebuild(): SchoolCommand {
  return async (terminal, database) => {
    const threads = new ReadingThreads(terminal.dataFolder)
    const rebuilt = await rebuildInThreads(database, threads, terminal.now(), (percent) => {
      if (percent % 10 === 0) terminal.err(`${say('verification.percent', { percent })}\n`)
    })
    if (!rebuilt.ok) return printFailure(terminal, rebuilt.failure)
    const { backup: kept, mended } = rebuilt.value
    const words = say('findings.rebuilt', { count: mended.length, backup: kept })
    print(terminal, rebuilt.value, [...mended, words].join('\n'))
    return EXIT.done
  }
}

/** `restore FILE`: works on the closed data folder, so that a damaged one can be replaced. */
export async function restoreFrom(terminal: Terminal, file: string): Promise<ExitStatus> {
  mkdirSync(terminal.dataFolder, { recursive: true, mode: 0o700 })
  const restored = await restore(terminal.dataFolder, file, terminal.now())
  if (!restored.ok) return printFailure(terminal, restored.failure)
  const { keptAside } = restored.value
  const where = { file, folder: terminal.dataFolder }
  const words = keptAside
    ? say('command_line.restored_and_kept', { ...where, kept: keptAside })
    : say('command_line.restored', where)
  print(terminal, { file, ...restored.value }, words)
  return EXIT.done
}
