import type { Tender } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'

/** A line of an invoice as a person or a file asks for it. */
export interface InvoiceLineCommand {
  /** ref of a customer package; empty for the standard rate */
  readonly package: string
  readonly code: string
  readonly quantity: Hundredths
  readonly note: string
}

/**
 * Everything that changes balances, by the words of school-format.md. Nouns are named as people name them: customers by
 * number, packages by code, customer packages and invoices by ref. `ref` in the header names what the action makes;
 * for payments, refunds, voids and deletions of an invoice it is the invoice's.
 */
export type BillingAction =
  | { readonly action: 'add_to_package'; readonly customer: string; readonly package: string }
  | {
      readonly action: 'package_payment'
      readonly package: string
      readonly amount: Cents
      readonly method: Tender
      readonly failed: boolean
    }
  | { readonly action: 'package_refund'; readonly package: string; readonly amount: Cents; readonly method: Tender }
  | { readonly action: 'invoice'; readonly customer: string; readonly lines: readonly InvoiceLineCommand[] }
  | {
      readonly action: 'invoice_payment'
      readonly amount: Cents | null
      readonly method: Tender
      readonly failed: boolean
    }
  | {
      readonly action: 'invoice_refund'
      /** null: all that is left of the invoice */
      readonly part: { readonly package: string; readonly code: string; readonly quantity: Hundredths | null } | null
    }
  | { readonly action: 'invoice_void' | 'invoice_delete' }
  | {
      readonly action: 'transfer_hours'
      readonly package: string
      readonly code: string
      readonly quantity: Hundredths
      readonly to: string
    }
  /** `to`: ref of another customer package, or `account` */
  | { readonly action: 'transfer_funds'; readonly package: string; readonly amount: Cents; readonly to: string }
  | { readonly action: 'remove_from_package'; readonly package: string }
  | {
      readonly action: 'account_deposit' | 'account_withdrawal'
      readonly customer: string
      readonly amount: Cents
      readonly method: Tender
      readonly failed: boolean
    }

export type ActionName = BillingAction['action']

export interface CommandHeader {
  readonly date: BusinessDate
  readonly userId: number
  readonly ref: string
  readonly note: string
}

export type BillingCommand = BillingAction & CommandHeader
