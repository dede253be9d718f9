import { createHash } from 'node:crypto'
import { foldText } from '../../storage/search-text.ts'
import type { ReadReceipt } from './lines/read-line.ts'

/** What a line without a number of its own is recognised by. */
export type LineContent = Pick<ReadReceipt, 'date' | 'amount' | 'reference' | 'name' | 'text'>

/** Day, amount and words, without case, signs and blanks: as a bank writes them again. */
export function contentKey({ date, amount, reference, name, text }: LineContent): string {
  const words = [reference, name, text].map((part) => foldText(part).replace(/[^\p{L}\p{N}]+/gu, ''))
  return hash([date, amount, ...words])
}

/** A processor's own number; money that went back under the number of its payment is another movement. */
export function idKey(id: string, amount: number): string {
  return `${amount < 0 ? 'id-' : 'id'} ${hash([id])}`
}

/** What went back of a payment so far; the amount stands behind it. */
export function backKey(payment: string): string {
  return `back ${payment}`
}

function hash(content: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
