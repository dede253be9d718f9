import { INK, leading, QUIET, type Sheet, type TextStyle } from './sheet.ts'
import { placedColumns, type Placed, type TableColumn, type TableRow } from './table-columns.ts'

const PADDING = 3

/** A row, or what of it stands on one page: the lines of each cell. */
interface LaidRow {
  readonly cells: readonly (readonly string[])[]
  readonly lines: number
  readonly style: Omit<TextStyle, 'align'>
  readonly joined: boolean
  /** the row below is joined to it */
  readonly goesOn: boolean
}

interface Table {
  readonly sheet: Sheet
  readonly columns: readonly Placed[]
  readonly head: LaidRow
  /** points, of every text in it */
  readonly size: number
}

/**
 * Draws a table; its head stands again on every page that it goes on to. A row is parted where no page could hold it;
 * rows that belong together, and the last of all with the one before it, stay on one page where it can hold them.
 */
export function drawTable(sheet: Sheet, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  const { placed, size } = placedColumns(sheet, columns, rows)
  const header = { cells: columns.map(({ header: text }) => text) }
  const head = laidRow(sheet, placed, header, { size, bold: true, color: QUIET })
  const table: Table = { sheet, columns: placed, head, size }
  const laid = rows.flatMap((row) =>
    parts(table, laidRow(sheet, placed, row, { size, bold: row.bold ?? false, color: INK })),
  )
  const groups = together(laid.map((row, place) => ({ ...row, goesOn: laid[place + 1]?.joined ?? false })))
  const heightOfGroup = (group: readonly LaidRow[]) => group.reduce((sum, row) => sum + heightOf(table, row), 0)
  // A head alone at the foot of a page says nothing.
  sheet.makeRoom(heightOf(table, head) + (groups[0] ? heightOfGroup(groups[0]) : 0))
  drawRow(table, head)
  for (const group of groups) {
    const fits = heightOfGroup(group) + heightOf(table, head) <= sheet.height
    if (fits && sheet.makeRoom(heightOfGroup(group))) drawRow(table, head)
    for (const row of group) {
      if (!fits && sheet.makeRoom(heightOf(table, row))) drawRow(table, head)
      drawRow(table, row)
    }
  }
}

/** Each row with those that are joined to it; the last group with the one before, so that no closing stands alone. */
function together(rows: readonly LaidRow[]): LaidRow[][] {
  const groups: LaidRow[][] = []
  for (const row of rows) {
    if (row.joined) groups.at(-1)?.push(row)
    else groups.push([row])
  }
  const last = groups.length > 1 ? groups.pop() : undefined
  if (last) groups.at(-1)?.push(...last)
  return groups
}

function laidRow(sheet: Sheet, columns: readonly Placed[], row: TableRow, style: Omit<TextStyle, 'align'>): LaidRow {
  const cells = columns.map(({ width }, place) => sheet.lines(row.cells[place] ?? '', width, style))
  const lines = Math.max(...cells.map((own) => own.length))
  return { cells, lines, style, joined: row.joined ?? false, goesOn: false }
}

/** A row as it is, or in parts of which each fits on a page below the head. */
function parts(table: Table, row: LaidRow): LaidRow[] {
  const room = table.sheet.height - heightOf(table, table.head) - 2 * PADDING
  const most = Math.max(1, Math.floor(room / leading(table)))
  const cut: LaidRow[] = []
  for (let from = 0; from < row.lines; from += most) {
    const cells = row.cells.map((lines) => lines.slice(from, from + most))
    cut.push({ ...row, cells, lines: Math.min(most, row.lines - from) })
  }
  return cut
}

/** Rows that are joined stand as close as the lines of one. */
function heightOf(table: Table, row: LaidRow): number {
  return row.lines * leading(table) + (row.joined ? 0 : PADDING) + (row.goesOn ? 0 : PADDING)
}

function drawRow(table: Table, row: LaidRow): void {
  const { sheet, columns } = table
  const top = sheet.y + (row.joined ? 0 : PADDING)
  for (const [place, { x, width, align }] of columns.entries()) {
    for (const [index, line] of (row.cells[place] ?? []).entries()) {
      sheet.line(line, x, top + index * leading(table), width, { ...row.style, align })
    }
  }
  sheet.y += heightOf(table, row)
  if (!row.goesOn) sheet.rule()
}
