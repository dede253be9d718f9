import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { accountMovement } from '../actions/account-movement.ts'
import { addToPackage } from '../actions/add-to-package.ts'
import type { Books, Customer } from './books.ts'
import type { BillingCommand, InvoiceLineCommand } from './command.ts'
import { cancelInvoice } from '../actions/cancel-invoice.ts'
import { dayClosed } from '../closed-days-store.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { packagesOn, type Invoice } from '../invoice.ts'
import { makeInvoice, type InvoiceRequestLine } from '../actions/make-invoice.ts'
import { packagePayment } from '../actions/package-payment.ts'
import { packageRefund } from '../actions/package-refund.ts'
import { payInvoice } from '../actions/pay-invoice.ts'
import { givenOf } from './given.ts'
import type { ActionHeader, Recording } from './recording.ts'
import { refTaken } from './ref-taken.ts'
import { refundInvoice } from '../actions/refund-invoice.ts'
import { atLine } from '../refusals.ts'
import { removeFromPackage } from '../actions/remove-from-package.ts'
import type { BillingTerms } from '../terms.ts'
import { transferFunds } from '../actions/transfer-funds.ts'
import { transferHours } from '../actions/transfer-hours.ts'

type Of<Action extends BillingCommand['action']> = Extract<BillingCommand, { action: Action }> & ActionHeader

/**
 * Carries out a command of billing-rules.md in the books: finds the nouns it names, asks the rule, takes the answer
 * in. Answers the number of the ledger's entry, or why the command is refused; a refusal leaves the books as they were.
 */
export async function perform(books: Books, terms: BillingTerms, command: BillingCommand): Promise<Outcome<number>> {
  const taken = await refTaken(books, command)
  if (!taken.ok) return taken
  const recording = await decide(books, terms, command)
  return recording.ok ? done(await books.record(recording.value)) : recording
}

/** What the rule says to a command, without taking it in: the same for a preview and for posting. */
export async function decide(books: Books, terms: BillingTerms, asked: BillingCommand): Promise<Outcome<Recording>> {
  const closed = await books.closedOn(asked.date)
  if (closed) return { ok: false, failure: dayClosed(closed, asked.date, terms.locale) }
  return onOpenDay(books, terms, asked)
}

function onOpenDay(books: Books, terms: BillingTerms, asked: BillingCommand): Promise<Outcome<Recording>> {
  const command = { ...asked, given: givenOf(asked) }
  switch (command.action) {
    case 'add_to_package':
      return add(books, terms, command)
    case 'package_payment':
      return onPackage(books, command.package, async (pack) =>
        packagePayment(terms, { ...command, pack, account: await books.accountBalance(pack.customerId) }),
      )
    case 'package_refund':
      return onPackage(books, command.package, async (pack) => {
        await books.accountBalance(pack.customerId)
        return packageRefund(terms, { ...command, pack })
      })
    case 'transfer_hours':
      return onPackage(books, command.package, async (pack) => transferHours(terms, { ...command, pack }))
    case 'transfer_funds':
      return onPackage(books, command.package, (pack) => transfer(books, terms, command, pack))
    case 'remove_from_package':
      return onPackage(books, command.package, async (pack) => removeFromPackage(terms, { ...command, pack }))
    case 'invoice':
      return invoice(books, terms, command)
    case 'invoice_payment':
      return onInvoice(books, command.ref, async (found, packs) =>
        payInvoice(terms, { ...command, invoice: found, packs, account: await books.accountBalance(found.customerId) }),
      )
    case 'invoice_refund':
      return onInvoice(books, command.ref, (found, packs) => refund(books, command, found, packs))
    case 'invoice_void':
    case 'invoice_delete':
      return onInvoice(books, command.ref, async (found, packs) =>
        cancelInvoice({ ...command, how: command.action, invoice: found, packs }),
      )
    case 'account_deposit':
    case 'account_withdrawal':
      return onCustomer(books, command.customer, async (customer) =>
        accountMovement(terms, {
          ...command,
          kind: command.action,
          customer,
          account: await books.accountBalance(customer.id),
        }),
      )
  }
}

function add(books: Books, terms: BillingTerms, command: Of<'add_to_package'>): Promise<Outcome<Recording>> {
  return onCustomer(books, command.customer, async (customer) => {
    const offered = books.offered.get(command.package)
    if (!offered) return notThere('package', `There is no package with the code ${command.package}.`)
    const earlier = await books.copies(customer.id, offered.id)
    return addToPackage(terms, { ...command, newId: books.newPackId(), customer, offered, earlier })
  })
}

async function transfer(
  books: Books,
  terms: BillingTerms,
  command: Of<'transfer_funds'>,
  pack: CustomerPackage,
): Promise<Outcome<Recording>> {
  if (command.to === 'account') {
    await books.accountBalance(pack.customerId)
    return transferFunds(terms, { ...command, pack, to: 'account' })
  }
  const to = await books.customerPackage(command.to)
  if (!to) return notThere('to', `There is no customer package ${command.to}.`)
  return transferFunds(terms, { ...command, pack, to })
}

function invoice(books: Books, terms: BillingTerms, command: Of<'invoice'>): Promise<Outcome<Recording>> {
  return onCustomer(books, command.customer, async (customer) => {
    const lines: InvoiceRequestLine[] = []
    for (const [index, line] of command.lines.entries()) {
      const found = atLine(index, await invoiceRequestLine(books, line))
      if (!found.ok) return found
      lines.push(found.value)
    }
    return makeInvoice(terms, { ...command, newId: books.newInvoiceId(), customer, lines })
  })
}

async function invoiceRequestLine(books: Books, line: InvoiceLineCommand): Promise<Outcome<InvoiceRequestLine>> {
  const catalogue = books.catalogue.get(line.code)
  if (!catalogue) return notThere('code', `The catalogue has no code ${line.code}.`)
  const from = line.package === '' ? null : await books.customerPackage(line.package)
  if (from === undefined) return notThere('package', `There is no customer package ${line.package}.`)
  return done({ from, catalogue, quantity: line.quantity })
}

async function refund(
  books: Books,
  command: Of<'invoice_refund'>,
  found: Invoice,
  packs: ReadonlyMap<number, CustomerPackage>,
): Promise<Outcome<Recording>> {
  if (!command.part) return refundInvoice({ ...command, invoice: found, packs, part: null })
  const from = command.part.package === '' ? null : await books.customerPackage(command.part.package)
  if (from === undefined) return notThere('package', `There is no customer package ${command.part.package}.`)
  return refundInvoice({ ...command, invoice: found, packs, part: { ...command.part, from } })
}

async function onPackage(
  books: Books,
  ref: string,
  rule: (pack: CustomerPackage) => Promise<Outcome<Recording>>,
): Promise<Outcome<Recording>> {
  const pack = await books.customerPackage(ref)
  return pack ? rule(pack) : notThere('package', `There is no customer package ${ref}.`)
}

async function onCustomer(
  books: Books,
  number: string,
  rule: (customer: Customer) => Promise<Outcome<Recording>>,
): Promise<Outcome<Recording>> {
  const customer = await books.customer(number)
  return customer ? rule(customer) : notThere('customer', `There is no customer with the number ${number}.`)
}

async function onInvoice(
  books: Books,
  ref: string,
  rule: (found: Invoice, packs: ReadonlyMap<number, CustomerPackage>) => Promise<Outcome<Recording>>,
): Promise<Outcome<Recording>> {
  const found = await books.invoice(ref)
  if (!found) return notThere('ref', `There is no invoice ${ref}.`)
  const packs = new Map<number, CustomerPackage>()
  for (const id of packagesOn(found.lines)) packs.set(id, await books.customerPackageById(id))
  // Money that goes back may go to the account, so its balance is read with the invoice.
  await books.accountBalance(found.customerId)
  return rule(found, packs)
}

function notThere(field: string, message: string): Outcome<never> {
  return refused('not_found', message, { field, remedy: 'Check how it is written.' })
}
