import { done } from '../../../shared/failure.ts'
import { invoiceDetails, invoicesPage } from '../../reports/lists/invoices-list.ts'
import { correctPaymentImplementations } from './correct-payment.ts'
import { correctInvoice, correctionPreview } from './correct-invoice.ts'
import type { Implementations } from '../implementation.ts'
import { takePaymentImplementations } from './take-payment.ts'

type InvoiceCall = `invoices.${'correct' | 'correct.preview' | 'list' | 'get'}`

export const invoicesImplementations: Implementations<
  InvoiceCall | `payments.${'correct' | 'take'}${'' | '.preview'}`
> = {
  ...correctPaymentImplementations,
  ...takePaymentImplementations,
  'invoices.correct.preview': correctionPreview,
  'invoices.correct': correctInvoice,
  'invoices.list': async ({ db }, input) => done(await invoicesPage(db, input)),
  'invoices.get': ({ db }, { ref }) => invoiceDetails(db, ref),
}
