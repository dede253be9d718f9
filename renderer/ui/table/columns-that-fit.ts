/** What of a column decides whether there is room for it. */
interface Fitting {
  readonly id: string
  /** the pixels that it needs at least; a table whose columns do not say so shows all of them */
  readonly least?: number
  /** its place among those that leave where there is no room, 1 first; without it a column always stays */
  readonly yields?: number
}

/** Between two columns, and at both sides of the table. */
const GAP = 20
const SIDES = 32

/**
 * The columns that there is room for, in their order: where the table is narrow, those leave that can be missed, so
 * that what names a row keeps its room.
 * @param width of the table, in pixels; null: not known yet
 */
export function columnsThatFit<Column extends Fitting>(
  columns: readonly Column[],
  width: number | null,
): readonly Column[] {
  if (width === null) return columns
  let shown = columns
  while (needed(shown) > width) {
    const first = shown.filter(({ yields }) => yields !== undefined).toSorted(byYielding)[0]
    if (!first) return shown
    shown = shown.filter(({ id }) => id !== first.id)
  }
  return shown
}

function needed(columns: readonly Fitting[]): number {
  return columns.reduce((sum, { least }) => sum + (least ?? 0), SIDES + GAP * Math.max(0, columns.length - 1))
}

function byYielding(one: Fitting, other: Fitting): number {
  return (one.yields ?? 0) - (other.yields ?? 0)
}
