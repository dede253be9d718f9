import type { Stats } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { done, type Outcome } from '../../shared/failure.ts'
import { notWritten } from '../school/csv/not-written.ts'
import { PRIVATE } from '../storage/durable-file.ts'
import { inTime, openedFolder, ordinaryFolder } from '../storage/ordinary-folder.ts'
import { temporaryName } from '../storage/temporary-files.ts'
import type { Terminal } from './terminal.ts'

/** Whether a command may write into a folder: an ordinary one that answers. Whoever can type a command may choose any. */
export function outFolder({ dataFolder }: Terminal, folder: string): Promise<Outcome<string>> {
  return ordinaryFolder(folder, { anywhere: true, dataFolder, inData: join(dataFolder, 'backups') })
}

/** The same, made where it is not there, and tried with a file. */
export function openedOutFolder({ dataFolder }: Terminal, folder: string): Promise<Outcome<string>> {
  return openedFolder(folder, { anywhere: true, dataFolder })
}

/** Whether a command may write a file: in an ordinary folder, and no device or pipe that waits for whoever reads. */
export async function outFile(terminal: Terminal, file: string): Promise<Outcome<Stats | undefined>> {
  const folder = await outFolder(terminal, dirname(file))
  if (!folder.ok) return folder
  try {
    const there = await inTime(statOf(file))
    if (there && !there.isFile() && !there.isDirectory())
      return { ok: false, failure: notWritten(file, { code: 'NOT_ORDINARY' }, 'file') }
    return done(there)
  } catch (error) {
    return { ok: false, failure: notWritten(file, error, 'file') }
  }
}

async function statOf(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A file that is written, but not under its name yet. */
export interface NewFile {
  /** Gives it its name; answers that. */
  take(): Promise<string>
  /** Removes it unless it was taken. */
  clear(): Promise<void>
}

/** Writes a file under another name in its folder. What fails leaves nothing behind. */
export async function newFile(path: string, write: (file: FileHandle) => Promise<void>): Promise<NewFile> {
  const fresh = temporaryName(path)
  const clear = () => rm(fresh, { force: true })
  try {
    const file = await open(fresh, 'wx', PRIVATE.file)
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await clear()
    throw error
  }
  return {
    take: async () => {
      await rename(fresh, path)
      return path
    },
    clear,
  }
}
