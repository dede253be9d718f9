import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'

/** The cells of a spreadsheet as text, the row of names first; null where it cannot be read. */
export async function readSheet({ name, bytes }: { name: string; bytes: Buffer }): Promise<string[][] | null> {
  try {
    const rows = /\.xlsx$/i.test(name) ? await workbookRows(bytes) : csvRows(bytes)
    return rows.filter((row) => row.some((cell) => cell !== ''))
  } catch {
    return null
  }
}

async function workbookRows(bytes: Buffer): Promise<string[][]> {
  const [sheet] = await readExcel(bytes)
  return (sheet?.data ?? []).map((row) => row.map(cellText))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

function csvRows(bytes: Buffer): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0]
  const rows = parse(text, { delimiter: delimiter ?? ',', relax_column_count: true, trim: true }) as string[][]
  return rows
}
