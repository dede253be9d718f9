/**
 * Writes constants into a statement's text. SQLite looks at the values of some marks (a limit, a list) when it plans,
 * and plans again at every run as soon as one of those is bound anew: which takes longer than the run.
 * @param constantAt the constant in brackets for the mark of a place, or null where it stays a mark
 */
export function withConstants(text: string, constantAt: (place: number) => readonly [unknown] | null): string {
  let place = 0
  return text.replace(/'(?:[^']|'')*'|"[^"]*"|\?/g, (piece) => {
    if (piece !== '?') return piece
    const constant = constantAt(place++)
    return constant === null ? piece : literal(constant[0])
  })
}

function literal(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  if (value === null) return 'null'
  throw new Error(`${typeof value} is no constant of a statement`)
}
