/** A number of lines, in words. */
export function linesWords(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`
}
