import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'

/** A row of the spreadsheet that is not blank. */
export interface SheetRow {
  /** as the spreadsheet counts */
  readonly row: number
  readonly cells: readonly string[]
  /** the places that hold a number, not a text: its decimals are marked by a point, whatever the school writes */
  readonly numbers: ReadonlySet<number>
}

/** The rows of a spreadsheet, that of the names first; null where it cannot be read. */
export async function readSheet({ name, bytes }: { name: string; bytes: Buffer }): Promise<SheetRow[] | null> {
  try {
    const rows = /\.xlsx$/i.test(name) ? await workbookRows(bytes) : csvRows(bytes)
    return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch {
    return null
  }
}

async function workbookRows(bytes: Buffer): Promise<SheetRow[]> {
  const [sheet] = await readExcel(bytes)
  return (sheet?.data ?? []).map((row, index) => ({
    row: index + 1,
    cells: row.map(cellText),
    numbers: new Set(row.flatMap((cell, place) => (typeof cell === 'number' ? [place] : []))),
  }))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // A workbook keeps 15 digits; what comes after them is none of its number.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return String(cell).trim()
}

function csvRows(bytes: Buffer): SheetRow[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0]
  const rows = parse(text, { delimiter: delimiter ?? ',', relax_column_count: true, trim: true }) as string[][]
  return rows.map((cells, index) => ({ row: index + 1, cells, numbers: new Set() }))
}
