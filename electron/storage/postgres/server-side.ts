import { belongsTo } from '../other-engine.ts'
import type { Tables } from '../tables/tables.ts'
import type { ServerAddress } from './address.ts'
import { sameMeaning } from './same-meaning.ts'
import { readColumns } from './schema-columns.ts'
import { DESK_ROLE, SCHEMA, ServerConnection } from './server-connection.ts'
import { onConnection } from './server-dialect.ts'
import { serverEngine } from './server-engine.ts'
import { standsOn, type Side } from './side-of.ts'

/** Opens a connection in the role of a desk. */
export async function openSide(address: ServerAddress): Promise<Side> {
  const connection = new ServerConnection(address, DESK_ROLE)
  try {
    await connection.insist()
    const columns = await readColumns(connection)
    const db = onConnection<Tables>(connection, sameMeaning(columns.nullable))
    const school = db.withSchema(SCHEMA)
    const side: Side = { connection, db, school, columns, seen: { version: -1, others: 0 }, plans: 0 }
    for (const handed of [db, school]) {
      standsOn(handed, side)
      belongsTo(handed, serverEngine)
    }
    return side
  } catch (error) {
    await connection.close()
    throw error
  }
}
