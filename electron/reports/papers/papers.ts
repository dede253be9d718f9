import type { Paper } from '../../../shared/contract/paper.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import type { ReadDb } from '../../storage/database.ts'
import { namesAsOf } from '../names/names-as-of-store.ts'
import { ownerAfter, ownerThen, readMerges } from '../names/owners-then-store.ts'
import { invoiceOfPaper, type InvoiceOfPaper } from './invoice-of-paper-store.ts'
import { invoicePaper } from './invoice-paper.ts'
import { receiptPaper } from './receipt-paper.ts'
import { receiptOfPaper } from './receipt-store.ts'

/** What a paper about one customer is asked for with. */
export interface PaperTerms {
  readonly school: MoneyStyle
  /** whether notes go on it */
  readonly notes: boolean
}

/** A paper, and whose it is. */
export interface OwnedPaper {
  readonly paper: Paper
  /** the number of the customer */
  readonly owner: string
}

/** An invoice on paper, with the names of the day on which it was made. Refused: not_found. */
export async function paperOfInvoice(
  db: ReadDb,
  ref: string,
  { school, notes }: PaperTerms,
): Promise<Outcome<OwnedPaper>> {
  const invoice = await invoiceOfPaper(db, ref)
  if (!invoice) {
    return refused('not_found', say('papers.there_is_no_invoice_ref', { ref }), {
      field: 'ref',
      remedy: say('papers.check_how_it_is_written'),
    })
  }
  const names = await namesAsOf(db, invoice.entry, {
    customers: [invoice.customerId],
    codes: invoice.lines.map(({ code }) => code),
    packages: invoice.lines.flatMap(({ from }) => from?.packageId ?? []),
  })
  const takers = new Map<number, string>()
  const payers = new Map<number, string>()
  for (const { entry, userId, payerId } of invoice.payments) {
    const then = await namesAsOf(db, entry, { users: [userId], customers: payerId === null ? [] : [payerId] })
    takers.set(entry, then.users.get(userId) ?? '')
    const payer = payerId === null ? undefined : then.customers.get(payerId)
    if (payer) payers.set(entry, say('papers.payer', { name: payer.name, number: payer.number }))
  }
  const owner = invoice.owner
  const lenders = await lendersOf(db, invoice)
  return done({ paper: invoicePaper(invoice, { school, names, takers, payers, lenders, notes }), owner })
}

/** Whose the packages are that a member flew from, by the package's ref; the customer's own are left out. */
async function lendersOf(db: ReadDb, invoice: InvoiceOfPaper): Promise<Map<string, string>> {
  const lenders = new Map<string, string>()
  const refs = new Set(invoice.lines.flatMap(({ from }) => from?.ref ?? []))
  if (refs.size === 0) return lenders
  const merges = await readMerges(db)
  for (const ref of refs) {
    const id = await ownerThen(db, merges, { action: 'add_to_package', ref, head: invoice.entry })
    if (id === ownerAfter(merges, invoice.customerId, invoice.entry)) continue
    const { customers } = await namesAsOf(db, invoice.entry, { customers: [id] })
    const lender = customers.get(id)
    if (lender) lenders.set(ref, say('papers.ofCustomer', { name: lender.name, number: lender.number }))
  }
  return lenders
}

/** The receipt of an entry that moved money, with the names of that moment. Refused: not_found. */
export async function paperOfReceipt(db: ReadDb, entry: number, terms: PaperTerms): Promise<Outcome<OwnedPaper>> {
  const receipt = await receiptOfPaper(db, entry)
  if (!receipt) {
    return refused('not_found', say('papers.noSuchReceipt'), { remedy: say('papers.noSuchReceiptRemedy') })
  }
  const names = await namesAsOf(db, entry, {
    customers: receipt.payerId === null ? [receipt.customerId] : [receipt.customerId, receipt.payerId],
    users: [receipt.userId],
    packages: receipt.subject.of === 'package' ? [receipt.subject.packageId] : [],
  })
  const owner = names.customers.get(receipt.customerId)?.number ?? ''
  return done({ paper: receiptPaper(receipt, { ...terms, names }), owner })
}
