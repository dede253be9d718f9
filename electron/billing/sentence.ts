import type { BillingCommand } from './books/command.ts'
import { inWords, quantityInWords, type BillingTerms } from './terms.ts'

/** What an action does, in one plain sentence. */
export function actionSentence(terms: BillingTerms, command: BillingCommand): string {
  switch (command.action) {
    case 'add_to_package':
      return `${command.customer} is added to the package ${command.package} as ${command.ref}.`
    case 'package_payment':
      return command.failed
        ? `A failed payment of ${inWords(terms, command.amount)} by ${command.method} is noted on ${command.package}.`
        : `${inWords(terms, command.amount)} by ${command.method} is paid on ${command.package}.`
    case 'package_refund':
      return `${inWords(terms, command.amount)} of ${command.package} goes back by ${command.method}.`
    case 'invoice':
      return `Invoice ${command.ref} is made for ${command.customer}.`
    case 'invoice_payment':
      return invoicePayment(terms, command)
    case 'invoice_refund':
      return command.part
        ? `${command.part.code} of invoice ${command.ref} is refunded.`
        : `Invoice ${command.ref} is refunded.`
    case 'invoice_void':
      return `Invoice ${command.ref} is voided.`
    case 'invoice_delete':
      return `Invoice ${command.ref} is deleted.`
    case 'transfer_hours':
      return `${quantityInWords(command.quantity, command.code)} is transferred to ${command.to} on ${command.package}.`
    case 'transfer_funds':
      return `${inWords(terms, command.amount)} is transferred from ${command.package} to ${command.to === 'account' ? 'the account' : command.to}.`
    case 'remove_from_package':
      return `The customer is removed from ${command.package}.`
    case 'account_deposit':
      return `${inWords(terms, command.amount)} by ${command.method} is paid into the account of ${command.customer}.`
    case 'account_withdrawal':
      return `${inWords(terms, command.amount)} is paid out of the account of ${command.customer} by ${command.method}.`
  }
}

function invoicePayment(terms: BillingTerms, command: Extract<BillingCommand, { action: 'invoice_payment' }>): string {
  const amount = command.amount === null ? 'What is due' : inWords(terms, command.amount)
  if (command.failed) return `A failed payment by ${command.method} is noted on invoice ${command.ref}.`
  return `${amount} on invoice ${command.ref} is paid by ${command.method}.`
}
