import type { Sheet } from './sheet.ts'

export interface TableColumn {
  readonly header: string
  /** points; the one column with 0 takes what is left */
  readonly width: number
  /** numbers stand at the end, and are never broken: where they need more, their column becomes wider */
  readonly align: 'start' | 'end'
}

/** A row: a text a column; several lines are parted by line feeds. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly bold?: boolean
  /** belongs to the row above it: no rule between them, and no page */
  readonly joined?: boolean
}

/** A column where it stands on the page. */
export interface Placed extends TableColumn {
  readonly x: number
}

const GAP = 8
/** Texts become smaller before a number is broken. Points. */
const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5] as const
/** What the column that takes the rest must have at least, and needs at most, for its longest word. */
const LEAST_REST = 70
const MOST_REST = 150

/** The columns side by side, each number in one piece, and the size of text with which they have room for that. */
export function placedColumns(
  sheet: Sheet,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): { readonly placed: Placed[]; readonly size: number } {
  const widths = columns.map((column, place) => widestAtOne(sheet, column, place, rows))
  // A long word of a text may be broken, a number not.
  const widestNumber = widths.find((_, place) => columns[place]?.width === 0 && columns[place].align === 'end') ?? 0
  for (const size of SIZES) {
    const taken = columns.map((column, place) => takenBy(column, widths[place] ?? 0, size))
    const rest = sheet.width - GAP * (columns.length - 1) - taken.reduce((sum, width) => sum + width, 0)
    const wanted = Math.max(LEAST_REST, Math.min(MOST_REST, widestNumber * size))
    if (rest >= wanted || size === SIZES.at(-1)) {
      let x = sheet.left
      const placed = columns.map((column, place) => {
        const width = column.width === 0 ? Math.max(rest, LEAST_REST) : (taken[place] ?? 0)
        const here = { ...column, width, x }
        x += width + GAP
        return here
      })
      return { placed, size }
    }
  }
  throw new Error('a table without a size of text')
}

function takenBy({ width, align }: TableColumn, widest: number, size: number): number {
  if (width === 0) return 0
  return align === 'end' ? Math.max(width, widest * size) : (width * size) / SIZES[0]
}

/** What must not be broken at a size of 1 point: a line of numbers, a word of a text. */
function widestAtOne(sheet: Sheet, { align, width, header }: TableColumn, place: number, rows: readonly TableRow[]) {
  const numbers = align === 'end' && width > 0
  let widest = 0
  const measure = (text: string, bold: boolean) => {
    for (const piece of text.split(numbers ? '\n' : /[\n ]/)) {
      widest = Math.max(widest, sheet.widthOf(piece, { size: 1, bold }))
    }
  }
  measure(header, true)
  for (const { cells, bold } of rows) measure(cells[place] ?? '', bold ?? false)
  // Rounding must not make a number a hair too wide for its own column.
  return widest * 1.001
}
