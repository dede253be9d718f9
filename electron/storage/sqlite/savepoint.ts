import { sql } from 'kysely'
import type { WriteDb } from '../database.ts'

/** Runs a part of a write transaction that leaves nothing behind where its answer is not `ok`. */
export async function undoable<Answer extends { readonly ok: boolean }>(
  db: WriteDb,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await sql`savepoint undoable`.execute(db)
  const answer = await work()
  if (!answer.ok) await sql`rollback to undoable`.execute(db)
  await sql`release undoable`.execute(db)
  return answer
}
