import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { ReadDb } from '../database.ts'
import { engineElsewhere } from '../other-engine.ts'
import { directConnection } from './direct-connection.ts'

interface Kept {
  readonly stamp: string
  readonly value: unknown
}

let kept = new WeakMap<Sqlite, Map<object, Kept>>()

/**
 * What a reading gave before, as long as its stamp is the same and no other connection wrote anything since.
 * @param of names the reading
 * @param stamp another one after every change that this program itself makes to what is read
 */
export async function keptOn<T>(db: ReadDb, of: object, stamp: string, read: () => Promise<T>): Promise<T> {
  const connection = directConnection(db)
  if (!connection) return engineElsewhere(db).keptOn(db, of, stamp, read)
  let readings = kept.get(connection)
  if (!readings) kept.set(connection, (readings = new Map()))
  const whole = `${versionOf(connection)} ${stamp}`
  const before = readings.get(of)
  if (before?.stamp === whole) return before.value as T
  const value = await read()
  readings.set(of, { stamp: whole, value })
  return value
}

const versions = new WeakMap<Sqlite, Statement>()

/** Another one whenever another connection committed something. */
function versionOf(connection: Sqlite): number {
  let statement = versions.get(connection)
  if (!statement) versions.set(connection, (statement = connection.prepare('pragma data_version').pluck()))
  return statement.get() as number
}

/** After what was written in another way than by records. */
export function keepNothing(): void {
  kept = new WeakMap()
}
