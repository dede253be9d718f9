import type { CallArguments } from '../../shared/contract/index.ts'
import { done } from '../../shared/failure.ts'
import type { InvoiceLineCommand } from '../billing/books/command.ts'
import { invoiceDetails, invoicesPage } from '../reports/lists/invoices-list.ts'
import { correctionOf, type OfInvoice } from './correct-invoice.ts'
import { deskAction, type ActionInput } from './desk-action.ts'
import type { Implementations } from './implementation.ts'

const make = deskAction({
  ref: () => null,
  command: (input: ActionInput & Pick<CallArguments<'invoices.make'>, 'customer' | 'lines'>) => ({
    action: 'invoice',
    customer: input.customer,
    lines: linesOf(input.lines),
  }),
})
const pay = deskAction({
  ref: ({ ref }: CallArguments<'invoices.pay'>) => ref,
  command: ({ amount, method, failed }) => ({ action: 'invoice_payment', amount, method, failed }),
})
const refund = deskAction({
  ref: ({ ref }: CallArguments<'invoices.refund'>) => ref,
  command: ({ part }) => ({ action: 'invoice_refund', part: part && { ...part, package: part.package ?? '' } }),
})
const voidInvoice = deskAction({
  ref: ({ ref }: OfInvoice) => ref,
  command: () => ({ action: 'invoice_void' }),
})
const correction = correctionOf(voidInvoice, make)
const deleteInvoice = deskAction({
  ref: ({ ref }: CallArguments<'invoices.delete'>) => ref,
  command: () => ({ action: 'invoice_delete' }),
})

export const invoicesImplementations: Implementations<
  | `invoices.${'make' | 'pay' | 'refund' | 'void' | 'delete' | 'correct'}`
  | `invoices.${'make' | 'pay' | 'refund' | 'void' | 'delete' | 'correct'}.preview`
  | `invoices.${'list' | 'get'}`
> = {
  'invoices.make.preview': make.preview,
  'invoices.make': make.record,
  'invoices.pay.preview': pay.preview,
  'invoices.pay': pay.record,
  'invoices.refund.preview': refund.preview,
  'invoices.refund': refund.record,
  'invoices.void.preview': voidInvoice.preview,
  'invoices.void': voidInvoice.record,
  'invoices.delete.preview': deleteInvoice.preview,
  'invoices.delete': deleteInvoice.record,
  'invoices.correct.preview': correction.preview,
  'invoices.correct': correction.record,
  'invoices.list': async ({ db }, input) => done(await invoicesPage(db, input)),
  'invoices.get': ({ db }, { ref }) => invoiceDetails(db, ref),
}

function linesOf(lines: CallArguments<'invoices.make'>['lines']): InvoiceLineCommand[] {
  return lines.map((line) => ({ ...line, package: line.package ?? '' }))
}
