import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import type { Encoding } from './encoding.ts'

/** Why a file, or a row of it, cannot be read. */
export interface FileProblem {
  /** as a spreadsheet counts it; null: the whole file */
  readonly row: number | null
  readonly message: string
}

/** What kind of file it is: text in columns, a workbook, or a format made for payments. */
export type FileFormat = 'delimited' | 'workbook' | 'ofx' | 'camt' | 'mt940'

/** A file as rows of cells, whatever it was written in. */
export interface Table {
  readonly format: FileFormat
  readonly rows: readonly (readonly string[])[]
  /** what each row is called; null: as a spreadsheet counts them */
  readonly numbers: readonly number[] | null
  readonly encoding: Encoding | null
  readonly delimiter: Exclude<Mapping['delimiter'], 'auto'> | null
  /** rows that cannot be told apart */
  readonly problems: readonly FileProblem[]
}

/** The rows, or why there are none. */
export type TableRead =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly problem: FileProblem }

export function noTable(message: string, row: number | null = null): TableRead {
  return { ok: false, problem: { row, message } }
}
