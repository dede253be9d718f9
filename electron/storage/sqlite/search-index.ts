import { sql, type AliasedRawBuilder } from 'kysely'
import { wordsOf, type SearchWord } from '../../../shared/search-words.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { otherEngine } from '../other-engine.ts'

/** Writes the words by which customer packages are found, folded; earlier words of the same ones are replaced. */
export async function indexWords(db: WriteDb, rows: readonly { id: number; words: string }[]): Promise<void> {
  if (rows.length === 0) return
  const engine = otherEngine(db)
  if (engine) return engine.indexWords(db, rows)
  const values = sql.join(rows.map(({ id, words }) => sql`(${id}, ${wordsOf(words).join(' ')})`))
  await sql`insert or replace into package_search (rowid, words) values ${values}`.execute(db)
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

/** Whether more customer packages than `most` have a word beginning with each of these. */
export async function findsMoreThan(db: ReadDb, words: readonly SearchWord[], most: number): Promise<boolean> {
  const engine = otherEngine(db)
  if (engine) return (await foundElsewhere(db, words, most + 1)).length > most
  const found = await sql<{ count: number }>`
    select count(*) as count from
      (select 1 from package_search where package_search match ${matchText(words)} limit ${most + 1})`.execute(
    asExecutor(db),
  )
  return (found.rows[0]?.count ?? 0) > most
}

/** The ids of all customer packages that have a word beginning with each of these; meant for many. */
export async function findAllByWords(db: ReadDb, words: readonly SearchWord[]): Promise<ReadonlySet<number>> {
  const engine = otherEngine(db)
  if (engine) return new Set((await foundElsewhere(db, words, null)).map(({ id }) => id))
  // One text instead of a row each: a hundred thousand small objects would take longer than the search.
  const found = await sql<{ ids: string | null }>`
    select group_concat(rowid) as ids from package_search where package_search match ${matchText(words)}`.execute(
    asExecutor(db),
  )
  return new Set((found.rows[0]?.ids ?? '').split(',').map(Number))
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
