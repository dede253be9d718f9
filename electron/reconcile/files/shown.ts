import { createHash } from 'node:crypto'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import type { Recognised } from './repeats.ts'

/** What a preview was asked for. */
interface Asked {
  /** base64 */
  readonly content: string
  readonly mapping: Mapping
  readonly alsoRows: readonly number[]
  /** null: a new one */
  readonly source: number | null
}

/**
 * Names what a preview showed: the same bytes, read in the same way for the same source, with the same rows taken in
 * spite; and, behind a point, the lines of it that are new.
 */
export function shownAs(asked: Asked, fresh: readonly Recognised[]): string {
  return `${askedAs(asked)}.${freshAs(fresh)}`
}

/** Whether this was asked for. */
export function isAskedFor(shown: string, asked: Asked): boolean {
  return shown.split('.')[0] === askedAs(asked)
}

/** Whether these were the lines that are new. */
export function areShown(shown: string, fresh: readonly Recognised[]): boolean {
  return shown.split('.')[1] === freshAs(fresh)
}

function askedAs({ content, mapping, alsoRows, source }: Asked): string {
  const hash = createHash('sha256')
  hash.update(content)
  hash.update(`\n${ordered(mapping)}\n${alsoRows.toSorted((left, right) => left - right).join(',')}\n${source}`)
  return hash.digest('base64url')
}

function freshAs(fresh: readonly Recognised[]): string {
  const hash = createHash('sha256')
  for (const { fingerprint, receipt } of fresh) hash.update(`${receipt.row} ${receipt.amount} ${fingerprint}\n`)
  return hash.digest('base64url')
}

/** The same text whatever the order of the keys. */
function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${ordered(inner)}`).join(',')}}`
}
