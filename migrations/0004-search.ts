import { type Kysely, sql } from 'kysely'

/** The words by which the Packages tab is searched: customer's name and number, package, reference. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create virtual table package_search using fts5 (
      words, content = '', contentless_delete = 1, detail = none,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )`.execute(db)
}
