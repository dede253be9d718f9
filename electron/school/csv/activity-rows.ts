import type { ActionName, BillingAction } from '../../billing/books/command.ts'
import type { CellReader } from './cell-reader.ts'

/** The columns that an action uses besides date, user, action, ref and note. Source: school-format.md. */
const USES: Readonly<Record<ActionName, readonly string[]>> = {
  add_to_package: ['customer', 'package'],
  package_payment: ['package', 'amount', 'method', 'status'],
  package_refund: ['package', 'amount', 'method'],
  invoice: ['customer', 'package', 'code', 'quantity'],
  invoice_payment: ['amount', 'method', 'status'],
  invoice_refund: ['package', 'code', 'quantity'],
  invoice_void: [],
  invoice_delete: [],
  transfer_hours: ['package', 'code', 'quantity', 'to'],
  transfer_funds: ['package', 'amount', 'to'],
  remove_from_package: ['package'],
  account_deposit: ['customer', 'amount', 'method', 'status'],
  account_withdrawal: ['customer', 'amount', 'method', 'status'],
}

const OPTIONAL_COLUMNS = ['customer', 'package', 'code', 'quantity', 'amount', 'method', 'status', 'to']

export const ACTION_NAMES = Object.keys(USES) as readonly ActionName[]

/** A column that the action does not use must be empty: what stands there would be lost. */
export function refuseUnused(action: ActionName, cells: CellReader): void {
  const stray = OPTIONAL_COLUMNS.filter((column) => !USES[action].includes(column) && cells.text(column) !== '')
  if (stray.length > 0) cells.problems.push(`${action} does not use ${stray.join(', ')}. Leave it empty there.`)
}

/** Reads an action of one row. For an invoice: with the one line that its row holds. */
export function readAction(action: ActionName, cells: CellReader, minorDigits: number): BillingAction {
  switch (action) {
    case 'add_to_package':
      return { action, customer: cells.needed('customer'), package: cells.needed('package') }
    case 'package_payment':
      return {
        action,
        package: cells.needed('package'),
        ...payment(cells, minorDigits),
        failed: cells.failed('status'),
      }
    case 'package_refund':
      return { action, package: cells.needed('package'), ...payment(cells, minorDigits) }
    case 'invoice':
      return { action, customer: cells.needed('customer'), lines: [invoiceLine(cells)] }
    case 'invoice_payment':
      return {
        action,
        amount: cells.optionalAmount('amount', minorDigits),
        method: cells.tender('method'),
        failed: cells.failed('status'),
      }
    case 'invoice_refund':
      return { action, part: refundedPart(cells) }
    case 'invoice_void':
    case 'invoice_delete':
      return { action }
    case 'transfer_hours':
      return {
        action,
        package: cells.needed('package'),
        code: cells.needed('code'),
        quantity: cells.quantity('quantity'),
        to: cells.needed('to'),
      }
    case 'transfer_funds':
      return {
        action,
        package: cells.needed('package'),
        amount: cells.amount('amount', minorDigits),
        to: cells.needed('to'),
      }
    case 'remove_from_package':
      return { action, package: cells.needed('package') }
    case 'account_deposit':
    case 'account_withdrawal':
      return {
        action,
        customer: cells.needed('customer'),
        ...payment(cells, minorDigits),
        failed: cells.failed('status'),
      }
  }
}

function payment(cells: CellReader, minorDigits: number) {
  return { amount: cells.amount('amount', minorDigits), method: cells.tender('method') }
}

function invoiceLine(cells: CellReader) {
  return {
    package: cells.text('package'),
    code: cells.needed('code'),
    quantity: cells.quantity('quantity'),
    note: cells.text('note'),
  }
}

function refundedPart(cells: CellReader) {
  const code = cells.text('code')
  if (code !== '') return { package: cells.text('package'), code, quantity: cells.optionalQuantity('quantity') }
  const stray = ['package', 'quantity'].filter((column) => cells.text(column) !== '')
  if (stray.length > 0)
    cells.problems.push(
      `Without a code the whole invoice is refunded: leave ${stray.join(' and ')} empty, or write the code.`,
    )
  return null
}
