import type { PaymentFor, StandingPayment } from '../../../shared/contract/payments.ts'
import type { Tender } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { CUSTOMER_FORMS, PACKAGE_FORMS } from './declared-forms.ts'

/** What the fields of a form begin with, where it is opened to take something back, or to record what a file says. */
export interface Filled {
  readonly amount?: Cents
  readonly method?: Tender
  readonly code?: string
  readonly quantity?: Hundredths
  /** hour type, customer package, or account */
  readonly to?: string
  /** last valid day; null: it never ends */
  readonly end?: BusinessDate | null
  /** takes hours back, or removes a member */
  readonly back?: boolean
  /** number of a member */
  readonly member?: string
  readonly date?: BusinessDate | null
  readonly note?: string
  /** number of a customer; empty: the customer whom it is for */
  readonly payer?: string
  /** tried, and nothing was paid */
  readonly failed?: boolean
  /** an agreed price */
  readonly price?: Cents
  /** code of a package that is sold */
  readonly offer?: string
  /** the payment as it should have been */
  readonly instead?: PaymentInstead
  /** the number on the list Not sent of what it does again */
  readonly again?: number
}

/** What a payment should have been. */
export interface PaymentInstead {
  /** whose package, account or invoice it is for */
  readonly customer: string
  readonly for: PaymentFor
  readonly amount: Cents
  readonly method: Tender
  readonly date: BusinessDate | null
  readonly payer: string
}

/** An action of the desk on a customer package, a customer or a payment: which form is open, and about what. */
export type ActionView =
  | {
      readonly kind: PackageActionKind
      readonly customer: string
      readonly ref: string
      readonly filled?: Filled
    }
  | { readonly kind: CustomerActionKind; readonly customer: string; readonly filled?: Filled }
  /** null: the customer is chosen in the form */
  | { readonly kind: 'add'; readonly customer: string | null; readonly filled?: Filled }
  /** takes a payment back, or puts it right */
  | { readonly kind: 'reversePayment' | 'correctPayment'; readonly payment: PaymentView; readonly filled?: Filled }

/** A payment that stands: what it was, and on whose account of things. */
export interface PaymentView {
  /** the customer whose package, account or invoice it paid */
  readonly customer: string
  readonly payment: StandingPayment
  readonly amount: Cents
  readonly method: Tender
  readonly date: BusinessDate
  /** number of who paid, where it was not the customer; empty otherwise */
  readonly payer: string
}

export type PackageActionKind = keyof typeof PACKAGE_FORMS
export type CustomerActionKind = keyof typeof CUSTOMER_FORMS

const DECLARED_TITLES = Object.fromEntries(
  Object.entries({ ...PACKAGE_FORMS, ...CUSTOMER_FORMS }).map(([kind, { title }]) => [kind, say(title)]),
) as Readonly<Record<PackageActionKind | CustomerActionKind, string>>

export const ACTION_TITLES: Readonly<Record<ActionView['kind'], string>> = {
  ...DECLARED_TITLES,
  add: say('package_actions.title_add'),
  reversePayment: say('reversals.title_reversePayment'),
  correctPayment: say('reversals.title_correctPayment'),
}
