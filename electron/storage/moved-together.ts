import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { makeFolderDurable, writeDurably } from './durable-file.ts'

const JOURNAL = 'moves-under-way.json'

/** A file's new name. Both lie in one folder, so that a move is one rename and needs no room on the disk. */
export interface Move {
  readonly from: string
  readonly to: string
  /** whether a file of the new name is replaced; otherwise there was none when the moves began */
  readonly replaces: boolean
}

const name = z.string().refine((text) => text !== '' && basename(text) === text)
const journalSchema = z.array(z.object({ from: name, to: name, replaces: z.boolean() }))

/**
 * Renames several files of a folder as one step: whatever ends the program in between, the next start finishes it.
 * Throws before anything was moved where the journal cannot be written.
 */
export function moveTogether(folder: string, moves: readonly Move[]): void {
  writeDurably(join(folder, JOURNAL), JSON.stringify(moves))
  finishMoves(folder)
}

/** Finishes what a program that ended in between had begun. Does nothing where nothing was begun. */
export function finishMoves(folder: string): void {
  const journal = join(folder, JOURNAL)
  if (!existsSync(journal)) return
  const moves = readJournal(journal)
  for (const { from, to, replaces } of moves) {
    const [present, wanted] = [join(folder, from), join(folder, to)]
    // Done already where the file is gone, or where its new name, which was free, is taken.
    if (existsSync(present) && (replaces || !existsSync(wanted))) renameSync(present, wanted)
  }
  makeFolderDurable(folder)
  rmSync(journal, { force: true })
  makeFolderDurable(folder)
}

/** A journal takes its name only once it is whole; one that is broken all the same never asked for a move. */
function readJournal(journal: string): readonly Move[] {
  try {
    return journalSchema.parse(JSON.parse(readFileSync(journal, 'utf8')))
  } catch {
    return []
  }
}
