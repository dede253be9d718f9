import { type Kysely, sql } from 'kysely'

type Form = (db: Kysely<unknown>) => Promise<void>

/**
 * Migrations that need another form than the landed one. No school on a server is older than this engine, so what they
 * did to the data of that day has nothing to do here.
 */
export const OWN_FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  [
    '0004-search',
    async (db) => {
      await sql`
        create table package_search (
          id bigint not null,
          word text collate "C" not null,
          primary key (word, id)
        )`.execute(db)
      await sql`create index package_search_by_id on package_search (id)`.execute(db)
    },
  ],
  ['0018-search-as-typed', async () => undefined],
])
