/** One line as the balance sees it, in minor units; null: the row has none. */
export interface BalancedLine {
  readonly amount: number
  readonly balance: number | null
}

/** A file may leave out a few lines, and still be balanced. */
const MOST_ODD = 0.2

/**
 * Whether the balance moves by the amounts: from each line to the one below it, or above it where the latest comes
 * first. Undefined where there are too few lines to tell.
 */
export function balanceMoves(lines: readonly BalancedLine[]): 'down' | 'up' | 'not' | undefined {
  const pairs = lines.slice(1).flatMap((line, place) => {
    const before = lines[place]
    if (!before || before.balance === null || line.balance === null) return []
    return [
      { down: line.balance - before.balance === line.amount, up: before.balance - line.balance === before.amount },
    ]
  })
  if (pairs.length < 1) return undefined
  const [down, up] = [pairs.filter((pair) => pair.down).length, pairs.filter((pair) => pair.up).length]
  const most = Math.max(down, up)
  if (most < pairs.length * (1 - MOST_ODD)) return pairs.length < 2 ? undefined : 'not'
  return down >= up ? 'down' : 'up'
}
