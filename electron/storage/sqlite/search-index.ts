import type { Database as Sqlite, Statement } from 'better-sqlite3'
import { sql, type AliasedRawBuilder } from 'kysely'
import { wordsOf, type SearchWord } from '../../../shared/search-words.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { directConnection } from './direct-connection.ts'
import { otherEngine } from '../other-engine.ts'

/** Letters of a beginning that the index knows by itself: the longest of its prefixes. */
const INDEXED_LETTERS = 3

const INSERTION = 'insert or replace into package_search (rowid, words) values (?, ?)'
const insertions = new WeakMap<Sqlite, Statement>()

/** Writes the words by which customer packages are found, folded; earlier words of the same ones are replaced. */
export async function indexWords(db: WriteDb, rows: readonly { id: number; words: string }[]): Promise<void> {
  if (rows.length === 0) return
  const engine = otherEngine(db)
  if (engine) return engine.indexWords(db, rows)
  const connection = directConnection(db)
  if (!connection) throw new Error('words are indexed on a connection')
  let statement = insertions.get(connection)
  if (!statement) insertions.set(connection, (statement = connection.prepare(INSERTION)))
  for (const { id, words } of rows) statement.run(id, wordsOf(words).join(' '))
}

/** Forgets all words of an index. */
export async function emptyIndex(db: WriteDb, index: string): Promise<void> {
  const engine = otherEngine(db)
  if (engine) return engine.emptyIndex(db, index)
  await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('delete-all')`.execute(db)
}

/** The ids of customer packages that have a word beginning with each of these, as a table of a query: `found`. */
export function foundByWords(db: ReadDb, words: readonly SearchWord[]): AliasedRawBuilder<{ id: number }, 'found'> {
  const engine = otherEngine(db)
  if (engine) return engine.foundByWords(words)
  return sql<{
    id: number
  }>`(select rowid as id from package_search where package_search match ${matchText(words)})`.as<'found'>(
    sql.ref('found'),
  )
}

/**
 * Whether more customer packages than `most` may have a word beginning with each of these. Asked of the beginnings that
 * have an index of their own: a longer one is put together from every word that it begins, before the first is found.
 */
export async function mayFindMoreThan(db: ReadDb, words: readonly SearchWord[], most: number): Promise<boolean> {
  const engine = otherEngine(db)
  if (engine) return (await foundElsewhere(db, words, most + 1)).length > most
  const beginnings = words.map((spellings) => spellings.map((word) => [...word].slice(0, INDEXED_LETTERS).join('')))
  const found = await sql<{ count: number }>`
    select count(*) as count from
      (select 1 from package_search where package_search match ${matchText(beginnings)} limit ${most + 1})`.execute(
    asExecutor(db),
  )
  return (found.rows[0]?.count ?? 0) > most
}

/** How many customer packages have a word beginning with each of these. */
export async function countByWords(db: ReadDb, words: readonly SearchWord[]): Promise<number> {
  const engine = otherEngine(db)
  if (engine) return (await foundElsewhere(db, words, null)).length
  const found = await sql<{ count: number }>`
    select count(*) as count from package_search where package_search match ${matchText(words)}`.execute(asExecutor(db))
  return found.rows[0]?.count ?? 0
}

function foundElsewhere(db: ReadDb, words: readonly SearchWord[], most: number | null): Promise<{ id: number }[]> {
  const found = db.selectFrom(foundByWords(db, words)).select('found.id')
  return (most === null ? found : found.limit(most)).execute()
}

function matchText(words: readonly SearchWord[]): string {
  return words.map((spellings) => `(${spellings.map((word) => `"${word}"*`).join(' OR ')})`).join(' AND ')
}

/** A raw query needs Kysely's whole type to run; this one only reads, and the connection refuses anything else. */
function asExecutor(db: ReadDb): WriteDb {
  return db as WriteDb
}
