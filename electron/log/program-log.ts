import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stackPlaces } from './stack-places.ts'
import type { LogEntry } from './log-entry.ts'

const FOLDER = 'log'
const MODES = { file: 0o600, folder: 0o700 } as const
/** So many files of so many bytes at most: the oldest goes. */
const FILES = 5
const MOST_BYTES = 256_000

/**
 * Writes a line into the log of a data folder: what the program did, how long it took and how it ended. Whatever keeps
 * it from being written stops nothing else, and a folder that is not there is not made for it.
 */
export function log(dataFolder: string, entry: LogEntry): void {
  try {
    if (!existsSync(dataFolder)) return
    const folder = join(dataFolder, FOLDER)
    mkdirSync(folder, { recursive: true, mode: MODES.folder })
    const file = fileOf(dataFolder, 0)
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= MOST_BYTES) rotate(dataFolder)
    const line = { at: new Date().toISOString(), process: process.pid, ...entry }
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: MODES.file })
  } catch {
    // A full disk or a read-only folder says so where it matters.
  }
}

/** Writes down where the program broke: the kind of error and places in its own code, never what the error says. */
export function logBroken(dataFolder: string, error: unknown): void {
  const kind = error instanceof Error ? error.constructor.name : typeof error
  log(dataFolder, { event: 'broken', kind, places: stackPlaces(error) })
}

/** The last lines of the log, oldest first; at most so many characters. */
export function logTail(dataFolder: string, characters: number): string {
  let text = ''
  for (let age = 0; age < FILES && text.length < characters; age++) {
    try {
      text = readFileSync(fileOf(dataFolder, age), 'utf8') + text
    } catch {
      break
    }
  }
  const tail = text.slice(-characters)
  return tail.length < text.length ? tail.slice(tail.indexOf('\n') + 1) : tail
}

function rotate(dataFolder: string): void {
  for (let age = FILES - 2; age >= 0; age--) {
    const file = fileOf(dataFolder, age)
    if (existsSync(file)) renameSync(file, fileOf(dataFolder, age + 1))
  }
}

function fileOf(dataFolder: string, age: number): string {
  return join(dataFolder, FOLDER, age === 0 ? 'blocktime.log' : `blocktime.${age}.log`)
}
