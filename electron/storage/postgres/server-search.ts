import { sql } from 'kysely'
import { wordsOf, type SearchWord } from '../../../shared/search-words.ts'
import type { OtherEngine } from '../other-engine.ts'

/** Words lie in a table of their own, a row each, ordered by their bytes: what begins with a text stands together. */
export const indexWords: OtherEngine['indexWords'] = async (db, rows) => {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await sql`delete from package_search where id = any (${ids}::bigint[])`.execute(db)
  const found = rows.flatMap(({ id, words }) => [...new Set(wordsOf(words))].map((word) => [id, word] as const))
  await sql`
    insert into package_search (id, word)
    select * from unnest(${found.map(([id]) => id)}::bigint[], ${found.map(([, word]) => word)}::text[])`.execute(db)
}

export const emptyIndex: OtherEngine['emptyIndex'] = async (db, index) => {
  await sql`delete from ${sql.table(index)}`.execute(db)
}

export const foundByWords: OtherEngine['foundByWords'] = (words) => {
  const each = words.map(
    (spellings) => sql`select id from package_search where ${sql.join(spellings.map(beginsWith), sql` or `)}`,
  )
  return sql<{ id: number }>`(select distinct id from (${sql.join(each, sql` intersect `)}) as every)`.as<'found'>(
    sql.ref('found'),
  )
}

/** Words are letters and digits: nothing in them means anything to `like`. */
function beginsWith(word: SearchWord[number]) {
  return sql`word like ${`${word}%`}`
}
