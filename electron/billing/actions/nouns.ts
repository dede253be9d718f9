import { done, type Outcome } from '../../../shared/failure.ts'
import type { Books, Customer } from '../books/books.ts'
import { lineByCode, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { packagesOn, type Invoice } from '../invoice.ts'
import { no } from '../refusals.ts'

/** The customer package of a ref. */
export async function packageOf(books: Books, ref: string, field = 'package'): Promise<Outcome<CustomerPackage>> {
  const pack = await books.customerPackage(ref)
  return pack ? done(pack) : no('not_found', 'noCustomerPackage', { ref }, field, 'notThereRemedy')
}

export interface PackageFound {
  readonly pack: CustomerPackage
}

/** The customer package that a command names: the `find` of an action that names nothing else. */
export async function packageFound<Asked extends { readonly package: string }>(
  books: Books,
  command: Asked,
): Promise<Outcome<PackageFound>> {
  const pack = await packageOf(books, command.package)
  return pack.ok ? done({ pack: pack.value }) : pack
}

export interface LineFound {
  readonly pack: CustomerPackage
  readonly line: PackageLine
}

/** The line of a code on the customer package of a ref. */
export async function lineOf(books: Books, ref: string, code: string): Promise<Outcome<LineFound>> {
  const pack = await packageOf(books, ref)
  if (!pack.ok) return pack
  const line = lineByCode(pack.value, code)
  if (line) return done({ pack: pack.value, line })
  return no('not_found', 'noLineFor', { ref: pack.value.ref, code }, 'code', 'noLineForRemedy')
}

/** The customer of a number; of a merged number the one to whom its records belong now. */
export async function customerOf(books: Books, number: string, field = 'customer'): Promise<Outcome<Customer>> {
  const customer = await books.customer(number)
  return customer ? done(customer) : no('not_found', 'noCustomer', { number }, field, 'notThereRemedy')
}

/** Who paid, where somebody is named. */
export async function payerOf(books: Books, number: string): Promise<Outcome<Customer | null>> {
  return number === '' ? done(null) : customerOf(books, number, 'payer')
}

export interface InvoiceFound {
  readonly invoice: Invoice
  /** the customer packages on it, by id */
  readonly packs: ReadonlyMap<number, CustomerPackage>
}

/** The invoice of a ref with the customer packages on it. */
export async function invoiceOf(books: Books, ref: string): Promise<Outcome<InvoiceFound>> {
  const invoice = await books.invoice(ref)
  if (!invoice) return no('not_found', 'noInvoice', { ref }, 'ref', 'notThereRemedy')
  const packs = new Map<number, CustomerPackage>()
  for (const id of packagesOn(invoice.lines)) packs.set(id, await books.customerPackageById(id))
  return done({ invoice, packs })
}
