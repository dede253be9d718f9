import readSheets from 'read-excel-file/node'
import { say } from '../../../../shared/words/say.ts'
import { rowOfNames } from '../columns/row-of-names.ts'
import { noTable, type TableRead } from './table.ts'

/** Reads the sheet of an Excel workbook that has payments: the first whose columns are named so, else the first. */
export async function workbookTable(bytes: Uint8Array): Promise<TableRead> {
  let sheets: readonly { readonly data: readonly (readonly unknown[])[] }[]
  try {
    sheets = await readSheets(Buffer.from(bytes))
  } catch {
    return noTable(say('payment_files.damaged_workbook'))
  }
  const tables = sheets.map(({ data }) => data.map((cells) => cells.map(cellText)))
  const rows = tables.find((table) => rowOfNames(table) !== undefined) ?? tables.find((table) => table.length > 0) ?? []
  return { ok: true, table: { format: 'workbook', rows, numbers: null, encoding: null, delimiter: null, problems: [] } }
}

/** A cell as text: days as they are, numbers with a point and at least two decimals, so that none is in doubt. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayAndTime(value)
  if (typeof value !== 'number') return String(value)
  if (Number.isInteger(value)) return String(value)
  // 0.1 + 0.2 in a sheet is 0.3 and a rest far behind the decimals of any currency.
  const rounded = Number(value.toFixed(6))
  const [whole = '', fraction = ''] = String(rounded).split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

function dayAndTime(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}
