import type { Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books } from '../books/books.ts'
import { cancelled, mayCancel } from '../cancelling.ts'
import { action, noLook, type CommandOf } from './action.ts'
import { invoiceOf, type InvoiceFound } from './nouns.ts'

const fields = {}
type Command = CommandOf<'invoice_void', typeof fields>

/** Voids an invoice. With a reason; undoes exactly what still stands of it. Refused: as mayCancel says. */
export const invoiceVoid = action({
  name: 'invoice_void',
  call: 'invoices.void',
  access: 'Void Invoices',
  ref: 'invoice',
  money: { receipt: ['invoice'], funds: { credit: 'givenBack' }, account: { credit: 'givenBack' } },
  fields,
  find: (books: Books, command: Command): Promise<Outcome<InvoiceFound>> => invoiceOf(books, command.ref),
  look: noLook,
  rule: mayCancel,
  apply: ({ cashStep }, command) => cancelled('invoice_void', command, cashStep),
  words: {
    sentences: { invoice_void: 'Invoice {ref} is voided.' },
    history: { invoice_void: 'Invoice void' },
  },
  sentence: (_, { ref }) => say('sentences.invoice_void', { ref }),
})
