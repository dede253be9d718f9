import { createHash } from 'node:crypto'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'

/** Names what a preview showed: the same bytes, read in the same way, with the same rows taken in spite. */
export function shownAs(content: string, mapping: Mapping, alsoRows: readonly number[]): string {
  const hash = createHash('sha256')
  hash.update(content)
  hash.update(`\n${ordered(mapping)}\n${alsoRows.toSorted((left, right) => left - right).join(',')}`)
  return hash.digest('base64url')
}

/** The same text whatever the order of the keys. */
function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${ordered(inner)}`).join(',')}}`
}
