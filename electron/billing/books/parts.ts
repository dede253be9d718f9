import { inPartsOf } from '../../../shared/in-parts.ts'

const ROWS_A_STATEMENT = 200

/** Rows in parts that one statement takes. */
export function parts<T>(rows: readonly T[]): T[][] {
  return inPartsOf(rows, ROWS_A_STATEMENT)
}
