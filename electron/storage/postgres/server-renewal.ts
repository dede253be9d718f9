import type { TakenTable } from '../database.ts'
import type { OtherEngine } from '../other-engine.ts'
import { StorageProblem } from '../problem.ts'
import { addressText } from './address.ts'
import { DESK_ROLE, SCHEMA } from './server-connection.ts'
import { quoted } from './server-rows.ts'
import { scratchOn } from './server-scratch.ts'
import { sideOf, type Side } from './side-of.ts'

/** Where a work throws, its transaction takes the shadows away, too. */
export const renewedOnServer: OtherEngine['renewed'] = async (db, tables, work) => {
  const side = sideOf(db)
  const scratch = await scratchOn(side, tables)
  try {
    const result = await work({ ...scratch, take: (taken) => take(side, taken) })
    await side.connection.run(tables.map((table) => `drop table pg_temp.${quoted(table)};`).join('\n'))
    await side.connection.run('set local enable_seqscan = on')
    return result
  } finally {
    side.connection.guarded = false
    side.plans++
  }
}

/** Only who owns the schema passes what protects the ledger: a desk's role never does. */
async function take(side: Side, tables: readonly TakenTable[]): Promise<void> {
  const { connection } = side
  await connection.run('set local role none')
  const [owner] = await connection.run(
    `select pg_has_role(nspowner, 'USAGE') as owns from pg_namespace where nspname = '${SCHEMA}'`,
  )
  if (!owner?.['owns']) throw new StorageProblem('server_rights', { address: addressText(connection.address) })
  await connection.run(`select set_config('blocktime.passing', 'on', true); set constraints all deferred`)
  // Children go before their parents and come after them.
  for (const { table, but } of tables.toReversed())
    if (but.length === 0) await connection.run(`delete from ${SCHEMA}.${quoted(table)}`)
  for (const { table, but } of tables) await connection.run(taking(side, table, but))
  await connection.run(`select set_config('blocktime.passing', '', true); set local role ${DESK_ROLE}`)
}

/** Some columns of the rows that stay are left as they are. */
function taking(side: Side, table: string, but: readonly string[]): string {
  const [there, shadow] = [`${SCHEMA}.${quoted(table)}`, `pg_temp.${quoted(table)}`]
  if (but.length === 0) return `insert into ${there} select * from ${shadow}`
  const columns = [...(side.columns.types.get(table)?.keys() ?? [])].filter((name) => !but.includes(name)).map(quoted)
  const key = (side.columns.keys.get(table) ?? []).map(quoted)
  const changed = columns.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`)
  return `
    delete from ${there} where (${key.join(', ')}) not in (select ${key.join(', ')} from ${shadow});
    insert into ${there} (${columns.join(', ')}) select ${columns.join(', ')} from ${shadow}
    on conflict (${key.join(', ')}) do update set ${changed.join(', ')}`
}
