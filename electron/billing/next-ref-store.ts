import type { ReadDb } from '../storage/database.ts'
import { prepared } from '../storage/prepared.ts'
import { unsentRefs } from './unsent-refs.ts'

const latestOf = prepared(['action'], (db, slots) =>
  db
    .selectFrom('latest_entries as l')
    .innerJoin('entries as e', 'e.number', 'l.entry_number')
    .select('e.ref')
    .where('l.action', '=', slots.action),
)

const taken = prepared(['action', 'ref'], (db, slots) =>
  db.selectFrom('entries').select('number').where('ref', '=', slots.ref).where('action', '=', slots.action).limit(1),
)

/**
 * The next free reference of a kind: goes on from the latest one in the school's own style.
 * @param first how references of the kind begin where the school has none yet
 */
export async function nextRef(db: ReadDb, action: string, first: string): Promise<string> {
  const [ref] = await nextRefs(db, action, first, 1)
  if (ref === undefined) throw new Error('a reference was asked for')
  return ref
}

/** The next free references of a kind, as many as are asked for. */
export async function nextRefs(db: ReadDb, action: string, first: string, count: number): Promise<string[]> {
  const unsent = unsentRefs(db, first)
  if (unsent) return freeOf(db, action, unsent, count)
  const [latest] = await latestOf(db, { action })
  const [, prefix = first, digits = '1000'] = /^(.*?)(\d{1,12})$/.exec(latest?.ref ?? '') ?? []
  const last = Number(digits)
  return freeOf(db, action, (place) => `${prefix}${String(last + place).padStart(digits.length, '0')}`, count)
}

/** @param refAt what would be the next, the one after it and so on, from 1 */
async function freeOf(db: ReadDb, action: string, refAt: (place: number) => string, count: number): Promise<string[]> {
  const refs: string[] = []
  for (let place = 1; refs.length < count; place++) {
    const ref = refAt(place)
    if ((await taken(db, { action, ref })).length === 0) refs.push(ref)
  }
  return refs
}
