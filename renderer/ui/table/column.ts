import type { ReactNode } from 'react'

/** One column of a table: what its head says, how wide it is, and what stands in a row's cell. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** a track of the CSS grid that does not depend on content, so that all rows agree: "96px", "minmax(0, 2fr)" */
  readonly width: string
  readonly align?: 'start' | 'end'
  /** the pixels that it needs; with `yields`, it leaves where the table has fewer */
  readonly least?: number
  /** its place among the columns that leave, 1 first; without it a column always stays */
  readonly yields?: number
  /** the head is for screen readers only */
  readonly headerHidden?: boolean
  readonly sortable?: boolean
  readonly cell: (row: Row) => ReactNode
}

export interface Sorting {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
  readonly change: (column: string) => void
}

/** The grid template that every row of a table shares. */
export function columnTracks(columns: readonly { readonly width: string }[]): string {
  return columns.map((column) => column.width).join(' ')
}
