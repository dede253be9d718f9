import { RECORD_ACTIONS } from '../billing/records/record-actions.ts'
import type { ReadDb } from '../storage/database.ts'

/** A record that holds before the entries that stand before it. */
export interface EarlyRecord {
  readonly number: number
  /** the entry before which it holds already */
  readonly since: number
}

const SINCE = /^\{"since":(\d{1,15}),/

/** The records of imports and of the take-over, in the order in which they hold. */
export async function earlyRecords(db: ReadDb): Promise<EarlyRecord[]> {
  const rows = await db
    .selectFrom('entries')
    .select('number')
    .select(({ fn, val }) => fn<string>('substr', ['document', val(1), val(40)]).as('beginning'))
    .where('action', 'in', RECORD_ACTIONS)
    .where('document', 'like', '{"since":%')
    .orderBy('number')
    .execute()
  return rows
    .flatMap(({ number, beginning }) => {
      const since = SINCE.exec(beginning)?.[1]
      return since === undefined ? [] : [{ number, since: Number(since) }]
    })
    .toSorted((one, other) => one.since - other.since || one.number - other.number)
}
