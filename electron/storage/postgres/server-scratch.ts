import type { ReadDb, RowDifference, Scratch, WriteDb } from '../database.ts'
import { differencesOf, type DifferingRows, type Row } from '../row-differences.ts'
import { SCHEMA, type ServerConnection } from './server-connection.ts'
import { quoted } from './server-rows.ts'
import type { Side } from './side-of.ts'

/** The place of temporary tables, which the server looks into first. */
const SHADOWS = 'pg_temp'

/** Shadows tables in the transaction that a connection is in: SQL that names them means the temporary ones from then on. */
export async function scratchOn(side: Side, tables: readonly string[]): Promise<Scratch> {
  // Plans that were made before mean the school's tables.
  side.plans++
  // What cannot be made again is a finding, and hides no other.
  side.connection.guarded = true
  // Plans are made while the shadows are empty, and kept: a table read whole would be one read whole for every row later.
  await side.connection.run('set local enable_seqscan = off')
  for (const table of tables) {
    await side.connection.run(
      `create temporary table ${quoted(table)}
        (like ${SCHEMA}.${quoted(table)} including defaults including constraints including indexes) on commit drop`,
    )
  }
  const { connection } = side
  return {
    db: side.db as WriteDb,
    school: side.school as unknown as ReadDb,
    differences: (table, but, most) => rowDifferences(side, table, but, most),
    wordDifferences: async (index, most) => {
      const columns = ['id', 'word']
      const named = { left: `${SCHEMA}.${quoted(index)}`, right: `${SHADOWS}.${quoted(index)}` }
      const found = await differing(connection, { ...named, key: columns, columns, most })
      // The same key's names as the embedded engine's.
      return found.map((each) => ({ ...each, key: each.key.replace(/^id (\d+), word /, 'doc $1, term ') }))
    },
  }
}

async function rowDifferences(
  side: Side,
  table: string,
  but: readonly string[],
  most: number,
): Promise<RowDifference[]> {
  const columns = [...(side.columns.types.get(table)?.keys() ?? [])].filter((name) => !but.includes(name))
  return differing(side.connection, {
    left: `${SCHEMA}.${quoted(table)}`,
    right: `${SHADOWS}.${quoted(table)}`,
    key: side.columns.keys.get(table) ?? [],
    columns,
    most,
  })
}

async function differing(connection: ServerConnection, sides: DifferingRows): Promise<RowDifference[]> {
  await connection.run(`set local enable_seqscan = on; analyze ${sides.right}`)
  try {
    return await differencesOf(sides, async (text, values) => {
      const numbered = text.replace(/\?/g, markers()).replace(/ is (\$\d+)/g, ' is not distinct from $1')
      return (await connection.ask({ text: numbered, values })).rows as Row[]
    })
  } finally {
    if (!connection.isLost) await connection.run('set local enable_seqscan = off')
  }
}

function markers(): () => string {
  let place = 0
  return () => `$${++place}`
}
