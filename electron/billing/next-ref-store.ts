import type { ReadDb } from '../storage/database.ts'

/**
 * The next free reference of a kind: goes on from the latest one in the school's own style.
 * @param first how references of the kind begin where the school has none yet
 */
export async function nextRef(db: ReadDb, action: string, first: string): Promise<string> {
  const latest = await db
    .selectFrom('entries')
    .select('ref')
    .where('action', '=', action)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [, prefix = first, digits = '1000'] = /^(.*?)(\d{1,12})$/.exec(latest?.ref ?? '') ?? []
  for (let number = Number(digits) + 1; ; number++) {
    const ref = `${prefix}${String(number).padStart(digits.length, '0')}`
    const taken = await db
      .selectFrom('entries')
      .select('number')
      .where('ref', '=', ref)
      .where('action', '=', action)
      .limit(1)
      .executeTakeFirst()
    if (!taken) return ref
  }
}
