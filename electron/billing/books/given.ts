import type { BillingCommand } from './command.ts'
import type { Given } from './recording.ts'

/**
 * What a command said, in canonical form: what the ledger keeps of it, the export writes, and a second import
 * compares. Absent where it was left empty.
 */
export function givenOf(command: BillingCommand): Given {
  switch (command.action) {
    case 'add_to_package':
      return { customer: command.customer, package: command.package }
    case 'package_payment':
      return { package: command.package, amount: command.amount, method: command.method, ...status(command) }
    case 'package_refund':
      return { package: command.package, amount: command.amount, method: command.method }
    case 'invoice':
      return {
        customer: command.customer,
        lines: command.lines.map((line) => [line.package, line.code, line.quantity, line.note]),
      }
    case 'invoice_payment':
      return {
        ...(command.amount === null ? {} : { amount: command.amount }),
        method: command.method,
        ...status(command),
      }
    case 'invoice_refund':
      return refundedPart(command.part)
    case 'invoice_void':
    case 'invoice_delete':
      return {}
    case 'transfer_hours':
      return { package: command.package, code: command.code, quantity: command.quantity, to: command.to }
    case 'transfer_funds':
      return { package: command.package, amount: command.amount, to: command.to }
    case 'remove_from_package':
      return { package: command.package }
    case 'account_deposit':
    case 'account_withdrawal':
      return { customer: command.customer, amount: command.amount, method: command.method, ...status(command) }
  }
}

function status(command: { readonly failed: boolean }): Given {
  return command.failed ? { status: 'failed' } : {}
}

function refundedPart(part: Extract<BillingCommand, { action: 'invoice_refund' }>['part']): Given {
  if (!part) return {}
  return {
    ...(part.package === '' ? {} : { package: part.package }),
    code: part.code,
    ...(part.quantity === null ? {} : { quantity: part.quantity }),
  }
}
