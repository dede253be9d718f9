import { done } from '../../shared/failure.ts'
import { invoiceDetails, invoicesPage } from '../reports/lists/invoices-list.ts'
import { correctInvoice, correctionPreview } from './correct-invoice.ts'
import type { Implementations } from './implementation.ts'

export const invoicesImplementations: Implementations<`invoices.${'correct' | 'correct.preview' | 'list' | 'get'}`> = {
  'invoices.correct.preview': correctionPreview,
  'invoices.correct': correctInvoice,
  'invoices.list': async ({ db }, input) => done(await invoicesPage(db, input)),
  'invoices.get': ({ db }, { ref }) => invoiceDetails(db, ref),
}
