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
 * as a StorageProblem. Whatever asks the data is answered later, also where an engine could answer at once: one that is
 * not in this process cannot.
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
   * @param patience milliseconds after which work that still waits for its turn is given up: Occupied
   */
  write<T>(work: (db: WriteDb) => Promise<T>, patience?: number): Promise<T>
  /** Runs work that writes through a connection of its own, in a thread, when nothing else of this process writes. */
  alone<T>(work: () => Promise<T>, patience?: number): Promise<T>
  /**
   * Runs work in one snapshot in which these tables have a shadow, empty at first: for making rows again and comparing
   * them. Nothing of it is kept.
   */
  scratch<T>(tables: readonly string[], work: (scratch: Scratch) => Promise<T>): Promise<T>
  /** Refuses every further write with this problem; readings go on. The first problem stays. */
  stopWriting(problem: StorageProblem): void
  /** Changes whenever another process or this one committed something. */
  version(): Promise<number>
  /**
   * How often it was heard that somebody recorded something, from the first asking on; null where nobody tells at the
   * moment: then the data itself must be asked. Answered without asking the data.
   */
  heard(): number | null
  /** The number of the schema that the data has. */
  schema(): Promise<number>
  /** How durable the writing connection is, read back from it. */
  durability(): Promise<Durability>
  /** Takes what was written last into the data itself, so that nothing of what it replaced is left beside it. */
  settle(): Promise<void>
  /** Writes a consistent copy while in use to a new file. */
  copyTo(file: string): Promise<void>
  /** The names under which a server keeps schools that were put aside; empty where the school lies in a file. */
  putAside(): Promise<string[]>
  /** What the engine itself finds wrong with its data; slow on much of it. Empty where it is whole. */
  fileProblems(): Promise<string[]>
  /** Whether the start has left most of the data unlooked at, because there is much of it. */
  isUnchecked(): boolean
  /** Looks at all of the data up to the first damage. Answers whether it is whole. */
  isWhole(): Promise<boolean>
  close(): Promise<void>
}

export interface Durability {
  readonly journalMode: string
  /** 2 is FULL */
  readonly synchronous: number
  readonly foreignKeys: number
  readonly recursiveTriggers: number
}

/** A row of a table that is not as it is in the shadow. */
export interface RowDifference {
  /** the row's key, as `column value` */
  readonly key: string
  readonly kind: 'changed' | 'missing' | 'too many'
  /** the columns that differ; empty where the whole row is missing or too many */
  readonly columns: readonly string[]
}

/** A snapshot of the school in which some tables have a shadow: what is written and read by their names is the shadow. */
export interface Scratch {
  readonly db: WriteDb
  /** the same snapshot without the shadows: as it lies in the file */
  readonly school: ReadDb
  /**
   * Compares a table with its shadow, whole rows and both ways; the first so many differences by key.
   * @param but columns that are no matter
   */
  differences(table: string, but: readonly string[], most: number): Promise<RowDifference[]>
  /** Compares the words of a search index with those of its shadow. */
  wordDifferences(index: string, most: number): Promise<RowDifference[]>
}

/** A table of which the shadow's rows are put in the place of those that are there. */
export interface TakenTable {
  readonly table: string
  /** columns that stay as they are */
  readonly but: readonly string[]
}

/** A scratch in a write transaction, of which tables can be taken over. */
export interface Renewal extends Scratch {
  /** @param tables parents first */
  take(tables: readonly TakenTable[]): Promise<void>
}
