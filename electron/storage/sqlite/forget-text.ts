import { sql } from 'kysely'
import type { WriteDb } from '../database.ts'

/**
 * Takes texts out of what is kept beside the records: the first answers to commands, and what the index of searches
 * still holds of replaced words. The answers are append-only for everybody else.
 */
export async function forgetText(db: WriteDb, texts: readonly string[]): Promise<void> {
  const trigger = await sql<{ sql: string }>`
    select sql from sqlite_schema where type = 'trigger' and name = 'commands_refuse_delete'`.execute(db)
  const [refusal] = trigger.rows
  if (refusal) await sql`drop trigger commands_refuse_delete`.execute(db)
  for (const text of texts)
    await sql`delete from commands where instr(answer, ${JSON.stringify(text).slice(1, -1)}) > 0`.execute(db)
  if (refusal) await sql.raw(refusal.sql).execute(db)
  await sql`insert into package_search (package_search) values ('optimize')`.execute(db)
}
