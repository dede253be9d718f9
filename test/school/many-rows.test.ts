import { describe, expect, it } from 'vitest'
import { readCsv, type Records } from '../../electron/school/csv/csv-text.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

/** More than are packed together. */
const MANY = 1_100

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a file of more rows than are packed together', () => {
  it('gives every field as it stands, as often as it is read', () => {
    const odd = ['', 'a,b', 'say "so"', 'two\nlines', 'é\u2028', '\\', '=1+1']
    const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`
    const rows = Array.from({ length: MANY }, (_, row) => [`${row}`, odd[row % odd.length] ?? ''])
    const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`)]) {
      const records = readCsv(bytes) as Records
      expect(records).toHaveLength(MANY)
      expect([...records]).toEqual(rows)
      expect([...records]).toEqual(rows)
    }
  })

  it('names each bad row as the spreadsheet counts it, blank lines among them', async () => {
    const rows = Array.from({ length: MANY }, (_, row) => `C-${row},Name ${row}`)
    const at = (row: number, text: string) => (rows[row - 2] = text)
    at(3, 'C-1')
    at(250, '')
    at(251, 'C-249,Name 249,more')
    at(252, ',Nobody')
    at(MANY + 1, 'C-0,Name 0')
    const database = await emptySchool()
    const result = await importFiles(database, { 'customers.csv': `number,name\n${rows.join('\n')}\n` })
    const errors = result.outcome === 'refused' ? result.errors.map(({ file, row }) => `${file} ${row}`) : []
    expect(errors).toEqual([3, 251, 252, MANY + 1].map((row) => `customers.csv ${row}`))
  })

  it('keeps the lines of one invoice together, wherever they stand', async () => {
    const { 'activity.csv': activity = '', ...files } = kestrelFiles()
    const [header = '', ...rows] = activity.split('\n')
    const ofInvoices = rows.filter((row) => row.includes(',invoice,'))
    expect(ofInvoices.length).toBeGreaterThan(new Set(ofInvoices.map((row) => row.split(',')[3])).size)
    const database = await emptySchool()
    await importFiles(database, files)
    // Blank lines move the rows past every border of what is packed together.
    for (const blank of [0, 235, 240, 245, 248, 249, 250]) {
      const moved = [header, ...Array.from({ length: blank }, () => ''), ...rows].join('\n')
      expect(await importFiles(database, { 'activity.csv': moved })).toMatchObject({
        outcome: 'imported',
        ...(blank === 0 ? { imported: { activity: 45 } } : { changed: false, alreadyThere: { activity: 45 } }),
      })
    }
  })
})
