import type { AliasedRawBuilder, Compilable, Insertable, Updateable } from 'kysely'
import type { SearchWord } from '../../shared/search-words.ts'
import { APPEND_ONLY } from './append-only.ts'
import type { ReadDb, Renewal, WriteDb } from './database.ts'
import type { Tables } from './tables/tables.ts'

/** The values that a run brings for the marks of a prepared reading. */
export type Marked = Readonly<Record<string, string | number>>

/** A reading of which the SQL is made once. */
export interface PreparedReading {
  /** each mark that stands in the query for a value, with the value's name */
  readonly marks: ReadonlyMap<string, string>
  build(db: ReadDb): Compilable<unknown>
}

/**
 * What an engine that is not in this process does in its own way. The embedded engine works on its connection directly,
 * without this step; only a database that has no such connection is asked for its engine.
 */
export interface OtherEngine {
  /** @param values whether each row is answered as its values in the order of selecting */
  run(db: ReadDb, reading: PreparedReading, marked: Marked, values: boolean): Promise<unknown[]>
  insertRows<Name extends keyof Tables>(
    db: WriteDb,
    table: Name,
    rows: readonly Insertable<Tables[Name]>[],
    replaces: readonly string[],
  ): Promise<void>
  updateRow<Name extends keyof Tables>(
    db: WriteDb,
    table: Name,
    key: Readonly<Record<string, string | number>>,
    changes: Updateable<Tables[Name]>,
  ): Promise<void>
  keptOn<T>(db: ReadDb, of: object, stamp: string, read: () => Promise<T>): Promise<T>
  indexWords(db: WriteDb, rows: readonly { id: number; words: string }[]): Promise<void>
  emptyIndex(db: WriteDb, index: string): Promise<void>
  foundByWords(words: readonly SearchWord[]): AliasedRawBuilder<{ id: number }, 'found'>
  forgetText(db: WriteDb, texts: readonly string[], instead: string): Promise<void>
  renewed<T>(db: WriteDb, tables: readonly string[], work: (renewal: Renewal) => Promise<T>): Promise<T>
}

const engines = new WeakMap<object, OtherEngine>()

/** Says which engine a database belongs to, where that is not the embedded one. */
export function belongsTo(db: object, engine: OtherEngine): void {
  engines.set(db, engine)
}

/** The engine of a database; undefined for the embedded one. */
export function otherEngine(db: object): OtherEngine | undefined {
  return engines.get(db)
}

/** The engine of a database that has no connection in this process. */
export function engineElsewhere(db: object): OtherEngine {
  const engine = engines.get(db)
  if (!engine) throw new Error('the database was not handed out by an engine')
  return engine
}

/** Whether other desks record into the same school. */
export function hasOtherDesks(db: object): boolean {
  return engines.has(db)
}

/**
 * Whether an insertion may say what becomes of a row that is there already. On a server that takes the right to change
 * rows, which nobody has where they may only be added; there a row that is there already is an error.
 */
export function mayReplace(db: object, table: string): boolean {
  return !engines.has(db) || !APPEND_ONLY.includes(table)
}
