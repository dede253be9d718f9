import { INK, leading, QUIET, type Sheet, type TextStyle } from './sheet.ts'
import { placedColumns, type Placed, type TableColumn, type TableRow } from './table-columns.ts'

const PADDING = 3

/** A row, or what of it stands on one page: the lines of each cell. */
interface LaidRow {
  readonly cells: readonly (readonly string[])[]
  readonly lines: number
  readonly style: Omit<TextStyle, 'align'>
  readonly joined: boolean
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
  const groups = together(laid)
  const heightOfGroup = (group: readonly LaidRow[]) => group.reduce((sum, row) => sum + heightOf(table, row), 0)
  // A head alone at the foot of a page says nothing.
  sheet.makeRoom(heightOf(table, head) + (groups[0] ? heightOfGroup(groups[0]) : 0))
  drawRow(table, head)
  for (const group of groups) {
    const fits = heightOfGroup(group) + heightOf(table, head) <= sheet.height
    if (fits && sheet.makeRoom(heightOfGroup(group))) drawRow(table, head)
    for (const [place, row] of group.entries()) {
      if (!fits && sheet.makeRoom(heightOf(table, row))) drawRow(table, head)
      drawRow(table, row, group[place + 1]?.joined ?? false)
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
  return { cells, lines: Math.max(...cells.map((lines) => lines.length)), style, joined: row.joined ?? false }
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

function heightOf(table: Table, row: LaidRow): number {
  return row.lines * leading(table) + 2 * PADDING
}

function drawRow(table: Table, row: LaidRow, goesOn = false): void {
  const { sheet, columns } = table
  for (const [place, { x, width, align }] of columns.entries()) {
    for (const [index, line] of (row.cells[place] ?? []).entries()) {
      sheet.line(line, x, sheet.y + PADDING + index * leading(table), width, { ...row.style, align })
    }
  }
  sheet.y += heightOf(table, row)
  if (!goesOn) sheet.rule()
}
