import type { RowDifference } from './database.ts'

/** Two tables of the same columns that are compared, each as SQL names it. */
export interface DifferingRows {
  readonly left: string
  readonly right: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly most: number
}

export type Row = Readonly<Record<string, unknown>>
type Ask = (text: string, values: readonly unknown[]) => Promise<Row[]>

/** Which rows differ, by key. Source: `except` in both directions. */
export async function differencesOf(sides: DifferingRows, ask: Ask): Promise<RowDifference[]> {
  const { left, right, key, columns, most } = sides
  const chosen = columns.map(quoted).join(', ')
  const order = key.map(quoted).join(', ')
  const onlyIn = (one: string, other: string) =>
    ask(`select ${chosen} from ${one} except select ${chosen} from ${other} order by ${order} limit ?`, [most])
  const found = new Map<string, { left?: Row; right?: Row }>()
  for (const row of await onlyIn(left, right)) found.set(keyOf(row, key), { left: row })
  for (const row of await onlyIn(right, left)) found.set(keyOf(row, key), { ...found.get(keyOf(row, key)), right: row })
  const differences: RowDifference[] = []
  for (const [shown, rows] of [...found].slice(0, most)) {
    const known = rows.left ?? rows.right ?? {}
    // A difference that was cut off on one side is looked up there.
    const look = async (side: string) => {
      const where = key.map((column) => `${quoted(column)} is ?`).join(' and ')
      const values = key.map((column) => known[column])
      return (await ask(`select * from ${side} where ${where} limit 1`, values))[0]
    }
    const is = rows.left ?? (await look(left))
    const should = rows.right ?? (await look(right))
    differences.push(difference(shown, columns, is, should))
  }
  return differences
}

function difference(key: string, columns: readonly string[], is?: Row, should?: Row): RowDifference {
  if (!should) return { key, kind: 'too many', columns: [] }
  if (!is) return { key, kind: 'missing', columns: [] }
  return { key, kind: 'changed', columns: columns.filter((column) => !same(is[column], should[column])) }
}

function same(one: unknown, other: unknown): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0
  return one === other
}

function keyOf(row: Row, key: readonly string[]): string {
  return key.map((column) => `${column} ${String(row[column])}`).join(', ')
}

function quoted(name: string): string {
  return `"${name}"`
}
