import type { ReadDb } from '../../storage/database.ts'

/** When something was done last in the school, or at its door; 0: never. `timeZone` is null where there is no school. */
export async function lastWork(db: ReadDb): Promise<{ readonly timeZone: string | null; readonly at: number }> {
  const school = await db.selectFrom('school').select('time_zone').executeTakeFirst()
  const entry = await db
    .selectFrom('entries')
    .select('recorded_at')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const done = await db.selectFrom('audit_list').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return { timeZone: school?.time_zone ?? null, at: Math.max(entry?.recorded_at ?? 0, done?.at ?? 0) }
}
