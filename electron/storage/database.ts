import type { Kysely } from 'kysely'
import type { StorageProblem } from './problem.ts'
import type { Tables } from './tables/tables.ts'

declare const reading: unique symbol
declare const writing: unique symbol

/** A database inside a read transaction: it can select, and nothing else, by type and by the connection's mode. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'getExecutor'> & {
  readonly [reading]: true
}

/** A database inside the one write transaction. Whatever takes a ReadDb takes it, too. */
export type WriteDb = Kysely<Tables> & { readonly [reading]: true; readonly [writing]: true }

/**
 * The open school: the only door to its data, whatever engine keeps it. What goes wrong with the data itself is thrown
 * as a StorageProblem.
 */
export interface Database {
  /** where the data lies, as messages name it */
  readonly file: string
  /** why nothing is written any more: damage was seen, or the data was exchanged; null while all is well */
  readonly trouble: StorageProblem | null
  /** Runs a reading in one snapshot. */
  read<T>(work: (db: ReadDb) => Promise<T>): Promise<T>
  /**
   * Runs one unit of work in one transaction, one at a time; everything is undone where it throws. Answers only once
   * the work is durable, in the data that the folder still holds.
   */
  write<T>(work: (db: WriteDb) => Promise<T>): Promise<T>
  /** Refuses every further write with this problem; readings go on. The first problem stays. */
  stopWriting(problem: StorageProblem): void
  /** Changes whenever another process or this one committed something. */
  version(): number
  /** How durable the writing connection is, read back from it. */
  durability(): Durability
  /** Writes a consistent copy while in use to a new file. */
  copyTo(file: string): Promise<void>
  /** What the engine itself finds wrong with its data; slow on much of it. Empty where it is whole. */
  fileProblems(): string[]
  close(): Promise<void>
}

export interface Durability {
  readonly journalMode: string
  /** 2 is FULL */
  readonly synchronous: number
  readonly foreignKeys: number
  readonly recursiveTriggers: number
}
