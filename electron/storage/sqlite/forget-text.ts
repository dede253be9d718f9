import { sql } from 'kysely'
import type { WriteDb } from '../database.ts'
import { otherEngine } from '../other-engine.ts'

/**
 * Takes texts out of what is kept beside the records: the first answers to commands, what the audit list says of names
 * that were typed, and what the index of searches still holds of replaced words. All of it is append-only for everybody
 * else.
 * @param instead what stands in the audit list in their place
 */
export async function forgetText(db: WriteDb, texts: readonly string[], instead: string): Promise<void> {
  const engine = otherEngine(db)
  if (engine) return engine.forgetText(db, texts, instead)
  const refusals = ['commands_refuse_delete', 'audit_list_refuse_update']
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'trigger' and name in (${sql.join(refusals)})`.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db)
  for (const text of texts) {
    await sql`delete from commands where instr(answer, ${JSON.stringify(text).slice(1, -1)}) > 0`.execute(db)
    await sql`update audit_list set username = ${instead} where lower(username) = lower(${text})`.execute(db)
    await sql`update audit_list set detail = replace(detail, ${text}, ${instead}) where instr(detail, ${text}) > 0`.execute(
      db,
    )
  }
  for (const refusal of rows) await sql.raw(refusal.sql).execute(db)
  await sql`insert into package_search (package_search) values ('optimize')`.execute(db)
}
