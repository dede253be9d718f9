import { parse } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { csvOf, tableOf, xlsxOf, type Table } from '../../electron/documents/spreadsheet.ts'
import { unzipped } from '../unzipped.ts'

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  'a "quoted", cell',
  'line\nbreak',
  'Ünïcødé 飛',
  ' ',
]

interface Row {
  readonly text: string
  readonly money: number
  readonly hours: number
  readonly percent: number
  readonly date: string | null
}

const ROWS: Row[] = HOSTILE.map((text, index) => ({
  text,
  money: index % 2 === 0 ? -index * 1_234_567 : 99_999_999_999_99 - index,
  hours: index * 33,
  percent: 65_000,
  date: index === 3 ? null : `2026-01-${String(index + 1).padStart(2, '0')}`,
}))

const TABLE: Table = tableOf<Row>(
  'Rows: [all]',
  [
    { title: 'Text', kind: 'text', value: ({ text }) => text },
    { title: 'Money', kind: 'money', value: ({ money }) => money },
    { title: 'Hours', kind: 'quantity', value: ({ hours }) => hours },
    { title: 'Tax', kind: 'percent', value: ({ percent }) => percent },
    { title: 'Day', kind: 'date', value: ({ date }) => date },
  ],
  ROWS,
)

describe('a table as CSV', () => {
  it.each([0, 2, 3])('has every value to the letter, with %i decimals, and no cell starts a formula', (digits) => {
    const text = csvOf(TABLE, digits)
    expect(text.startsWith('\ufeff')).toBe(true)
    const [header, ...rows] = parse(text, { bom: true }) as string[][]
    expect(header).toEqual(['Text', 'Money', 'Hours', 'Tax', 'Day'])
    for (const [index, [name, money, hours, tax, date]] of rows.entries()) {
      const row = ROWS[index]!
      expect(name).toBe(/^'*[=+\-@\t\r]/.test(row.text) ? `'${row.text}` : row.text)
      expect(Number(money!.replace('.', ''))).toBe(row.money === 0 ? 0 : row.money)
      expect(money!.split('.')[1]?.length ?? 0).toBe(digits)
      expect(hours).toBe((row.hours / 100).toFixed(2))
      expect(tax).toBe('6.5')
      expect(date).toBe(row.date ?? '')
    }
    expect(rows).toHaveLength(ROWS.length)
  })
})

describe('a table as XLSX', () => {
  it('reads back as the same rows, numbers as numbers and dates as dates', async () => {
    const [sheet] = await readSheets(await xlsxOf([TABLE], 2), { trim: false })
    expect(sheet!.sheet).toBe('Rows   all ')
    const [header, ...rows] = sheet!.data
    expect(header).toEqual(['Text', 'Money', 'Hours', 'Tax', 'Day'])
    expect(rows).toEqual(
      ROWS.map(({ text, money, hours, percent, date }) => [
        text.replace('\r', '\n'),
        Number((money / 100).toFixed(2)) + 0,
        hours / 100,
        percent / 10_000,
        date === null ? null : new Date(`${date}T00:00:00Z`),
      ]),
    )
  })

  it('has no formula in it, and nothing that a spreadsheet could not open', async () => {
    const strange = tableOf<string>(
      'Strange',
      [{ title: 'Text', kind: 'text', value: (text) => text }],
      [...HOSTILE, 'control \u0001\u001f\u0000 characters', 'half a pair \ud800', '<f>1+1</f>'],
    )
    const parts = unzipped(await xlsxOf([TABLE, strange], 2))
    const xml = [...parts].filter(([name]) => name.endsWith('.xml')).map(([, text]) => text)
    expect(xml.length).toBeGreaterThan(3)
    for (const text of xml) {
      expect(text).not.toMatch(/<f[ >]/)
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    }
  })
})
