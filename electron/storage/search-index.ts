import { sql, type RawBuilder } from 'kysely'
import type { ReadDb, WriteDb } from './database.ts'
import { foldText } from './search-text.ts'

/** Writes the words by which customer packages are found; earlier words of the same ones are replaced. */
export async function indexWords(db: WriteDb, rows: readonly { id: number; words: string }[]): Promise<void> {
  if (rows.length === 0) return
  const values = sql.join(rows.map(({ id, words }) => sql`(${id}, ${words})`))
  await sql`insert or replace into package_search (rowid, words) values ${values}`.execute(db)
}

/** The ids of customer packages that have a word beginning with each of these; for a condition of a query. */
export function wordsCondition(words: readonly string[]): RawBuilder<number> {
  return sql<number>`(select rowid from package_search where package_search match ${matchText(words)})`
}

/** At most `most` customer packages that have a word beginning with each of these, by id. */
export async function findByWords(db: ReadDb, words: readonly string[], most: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select rowid as id from package_search where package_search match ${matchText(words)} limit ${most}`.execute(asExecutor(db))
  return found.rows.map(({ id }) => id)
}

/** How many customer packages have a word beginning with each of these. */
export async function countByWords(db: ReadDb, words: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from package_search where package_search match ${matchText(words)}`.execute(asExecutor(db))
  return found.rows[0]?.count ?? 0
}

/** Whether texts have a word beginning with each of these: the index's rule, for rows that are at hand. */
export function matchesWords(texts: readonly string[], words: readonly string[]): boolean {
  const own = foldText(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)))
}

function matchText(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' ')
}

/** A raw query needs Kysely's whole type to run; this one only reads, and the connection refuses anything else. */
function asExecutor(db: ReadDb): WriteDb {
  return db as WriteDb
}
