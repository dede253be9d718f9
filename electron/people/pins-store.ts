import type { ReadDb, WriteDb } from '../storage/database.ts'

/** The PIN of a user, as electron/people/password.ts keeps it; null where there is none. */
export async function readPin(db: ReadDb, userId: number): Promise<string | null> {
  const row = await db.selectFrom('pins').select('kept').where('user_id', '=', userId).executeTakeFirst()
  return row?.kept ?? null
}

/** Sets a user's PIN; null takes it away. */
export async function keepPin(db: WriteDb, userId: number, kept: string | null): Promise<void> {
  if (kept === null) {
    await db.deleteFrom('pins').where('user_id', '=', userId).execute()
    return
  }
  await db
    .insertInto('pins')
    .values({ user_id: userId, kept })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ kept }))
    .execute()
}
