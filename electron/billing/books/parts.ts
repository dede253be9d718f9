const ROWS_A_STATEMENT = 200

/** Rows in parts that one statement takes. */
export function parts<T>(rows: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    result.push(rows.slice(start, start + ROWS_A_STATEMENT))
  return result
}
