import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { Books } from './books.ts'
import type { BillingCommand } from './command.ts'

/** Actions whose `ref` is the invoice that they act on, not a name of their own. */
const ON_AN_INVOICE: readonly BillingCommand['action'][] = [
  'invoice_payment',
  'invoice_refund',
  'invoice_void',
  'invoice_delete',
]

export function namesItsOwnRef(command: Pick<BillingCommand, 'action'>): boolean {
  return !ON_AN_INVOICE.includes(command.action)
}

/** A ref names one thing of its kind. Refused: already_exists, invalid_input where it is empty. */
export async function refTaken(books: Books, command: BillingCommand): Promise<Outcome<null>> {
  if (command.ref === '')
    return refused('invalid_input', 'A reference is needed.', { field: 'ref', remedy: 'Write a reference in ref.' })
  if (!namesItsOwnRef(command) || !(await books.refExists(command.action, command.ref))) return done(null)
  return refused('already_exists', `The reference ${command.ref} exists already.`, {
    field: 'ref',
    remedy: 'Give it another reference.',
  })
}
