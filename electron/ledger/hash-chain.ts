import { hash } from 'node:crypto'
import type { EntryContent } from './entry.ts'

/** What the first entry is chained to. */
export const CHAIN_START: Uint8Array = new Uint8Array(32)

/**
 * The hash of an entry: SHA-256 over the hash of the entry before it and this entry's whole content, so that a
 * changed, missing, added or reordered entry breaks the chain from there on.
 */
export function entryHash(before: Uint8Array, content: EntryContent): Uint8Array {
  const text = canonical(content)
  // Hashed in one piece: a hash that is fed in parts costs as much again as the hashing.
  const bytes = Buffer.allocUnsafe(before.length + Buffer.byteLength(text))
  bytes.set(before)
  bytes.write(text, before.length)
  return hash('sha256', bytes, 'buffer')
}

function canonical(content: EntryContent): string {
  return JSON.stringify([
    content.number,
    content.date,
    content.recordedAt,
    content.userId,
    content.action,
    content.ref,
    content.note,
    content.document,
    content.opened,
    content.postings,
    content.history,
  ])
}
