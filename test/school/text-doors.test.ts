import { describe, expect, it } from 'vitest'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { readCsv, type Records } from '../../electron/school/csv/csv-text.ts'
import { fillDemonstration } from '../../electron/school/demonstration/demonstration.ts'
import { emptySchool, importFiles, RECORDED } from '../temporary-school.ts'

/** What no cell may hold, whatever its column. Half a sign as bytes is no UTF-8 at all: the whole file is refused. */
const BAD = {
  'a NUL': ['a\u0000b', 'has a control character'],
  'a control sign': ['a\u001bb', 'has a control character'],
  'a control sign of the second block': ['a\u0085b', 'has a control character'],
  'nothing to see': ['\u200b\u2060', 'has nothing that can be seen'],
  'more than any text has': ['x'.repeat(10_001), 'at most 10000 are kept'],
} as const

type Rows = readonly (readonly string[])[]

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csvOf = (rows: Rows) => `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`

describe('every column of every file of a school', async () => {
  // Its own export has every file and every column that there is.
  const demonstration = await demonstrationFiles()
  const columns = [...demonstration].flatMap(([file, rows]) => (rows[0] ?? []).map((column) => ({ file, column })))

  it('is tried', () => {
    expect(demonstration.size).toBeGreaterThan(7)
    expect(columns.length).toBeGreaterThan(45)
  })

  it.each(Object.entries(BAD))(
    'refuses %s with its row, and nothing is changed',
    async (_, [text, why]) => {
      const database = await emptySchool()
      const passed: string[] = []
      for (const { file, column } of columns) {
        const rows = demonstration.get(file) ?? []
        const place = rows[0]?.indexOf(column) ?? -1
        const header = rows[0] ?? []
        const changed = [header, (rows[1] ?? header.map(() => '')).with(place, text)]
        const result = await importFiles(database, { [file]: csvOf(changed) })
        const refusedThere =
          result.outcome === 'refused' &&
          result.errors.some((error) => error.file === file && error.row === 2 && error.message.includes(why))
        if (!refusedThere) passed.push(`${file} ${column}`)
      }
      expect(passed).toEqual([])
      expect(await database.read((db) => db.selectFrom('school').select('id').execute())).toEqual([])
    },
    120_000,
  )

  it('and half a sign refuses its file', async () => {
    const database = await emptySchool()
    for (const [file, rows] of demonstration) {
      const text = csvOf(rows.slice(0, 2))
      const bytes = Buffer.concat([Buffer.from(text.slice(0, -3)), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"\n')])
      expect(await importFiles(database, { [file]: bytes }), file).toMatchObject({ outcome: 'refused' })
    }
  })
})

async function demonstrationFiles(): Promise<Map<string, Rows>> {
  const { openDatabase } = await import('../../electron/storage/open-database.ts')
  const { mkdtempSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-test-'))
  const database = await openDatabase(folder)
  try {
    await database.write((db) => fillDemonstration(db, { userId: null, now: RECORDED }))
    const files = await database.read(exportCsv)
    return new Map(
      [...files].map(([name, text]) => [name, [...(readCsv(new TextEncoder().encode(text)) as Records)].slice(0, 2)]),
    )
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
