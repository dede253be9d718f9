import type { Tender } from './contract/values.ts'
import { say } from './words/say.ts'

/** Characters that a note may have. */
const LONGEST_NOTE = 2_000

/**
 * The note of a payment with the number of its check or slip in front, where the history and the bank's statement can
 * be held against each other: "Check 1042 · paid by the father".
 */
export function notedReference(method: Tender, reference: string, note: string): string {
  const number = reference.trim()
  if (number === '') return note
  const words = say(method === 'check' ? 'payments.noteCheck' : 'payments.noteReference', { reference: number })
  return (note.trim() === '' ? words : `${words} · ${note}`).slice(0, LONGEST_NOTE)
}

/** What the field of the number is called. */
export function referenceLabel(method: Tender): string {
  return method === 'check' ? say('payments.checkNumber') : say('payments.reference')
}

/** Whether money by this tender has a number of its own. */
export function hasReference(method: Tender): boolean {
  return method !== 'package' && method !== 'account' && method !== 'cash'
}
