import type { Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books } from '../books/books.ts'
import { cancelled, mayCancel } from '../cancelling.ts'
import { action, noLook, type CommandOf } from './action.ts'
import { invoiceOf, type InvoiceFound } from './nouns.ts'

const fields = {}
type Command = CommandOf<'invoice_delete', typeof fields>

/** Deletes an invoice: it is hidden from the lists, too. With a reason; undoes exactly what still stands of it. Refused: as mayCancel says. */
export const invoiceDelete = action({
  name: 'invoice_delete',
  call: 'invoices.delete',
  access: 'Void Invoices',
  ref: 'invoice',
  money: { receipt: ['invoice'], funds: { credit: 'givenBack' }, account: { credit: 'givenBack' } },
  fields,
  find: (books: Books, command: Command): Promise<Outcome<InvoiceFound>> => invoiceOf(books, command.ref),
  look: noLook,
  rule: mayCancel,
  apply: ({ cashStep }, command) => cancelled('invoice_delete', command, cashStep),
  words: {
    sentences: { invoice_delete: 'Invoice {ref} is deleted.' },
    history: { invoice_delete: 'Invoice deleted' },
  },
  sentence: (_, { ref }) => say('sentences.invoice_delete', { ref }),
})
