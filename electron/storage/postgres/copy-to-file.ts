import { fillFile } from '../sqlite/fill-file.ts'
import { SCHEMA } from './server-connection.ts'
import { quoted } from './server-rows.ts'
import type { Side } from './side-of.ts'

/** What the engine keeps for itself, and the words, which an embedded file keeps in another way. */
export const OWN_TABLES = ['writer', 'write_marks', 'package_search']
const ROWS_AT_ONCE = 5_000

/** Copies the school, as a snapshot shows it, into a file as the embedded engine keeps it. */
export async function copyToFile(side: Side, file: string): Promise<void> {
  await fillFile(file, async (into) => {
    for (const [table, types] of side.columns.types) {
      if (OWN_TABLES.includes(table)) continue
      const columns = [...types.keys()]
      const text = `select ${columns.map(quoted).join(', ')} from ${SCHEMA}.${quoted(table)}`
      await eachPart(side, text, (rows) => into.insert(table, columns, rows))
    }
    const words = `select id, string_agg(word, ' ' order by word) from ${SCHEMA}.package_search group by id`
    await eachPart(side, words, (rows) =>
      into.insertWords(rows.map(([id, text]) => ({ id: Number(id), words: String(text) }))),
    )
  })
}

/** Goes through rows part by part: a school may be larger than the memory. */
async function eachPart({ connection }: Side, text: string, take: (rows: unknown[][]) => void): Promise<void> {
  await connection.run(`declare parts no scroll cursor for ${text}`)
  for (;;) {
    const { rows } = await connection.askValues({ text: `fetch ${ROWS_AT_ONCE} from parts` })
    if (rows.length === 0) break
    take(rows)
  }
  await connection.run('close parts')
}
