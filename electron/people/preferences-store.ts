import type { ReadDb, WriteDb } from '../storage/database.ts'

/** What a user has settled under a name, or null. */
export async function readPreference(db: ReadDb, userId: number, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('preferences')
    .select('value')
    .where('user_id', '=', userId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? null
}

export async function keepPreference(db: WriteDb, userId: number, name: string, value: string): Promise<void> {
  await db
    .insertInto('preferences')
    .values({ user_id: userId, name, value })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ value }))
    .execute()
}
