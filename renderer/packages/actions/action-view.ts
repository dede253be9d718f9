import type { Tender } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'

/** What the fields of a form begin with, where it is opened to take something back, or to record what a file says. */
export interface Filled {
  readonly amount?: Cents
  readonly method?: Tender
  readonly code?: string
  readonly quantity?: Hundredths
  /** hour type, customer package, or account */
  readonly to?: string
  readonly date?: BusinessDate
  readonly note?: string
}

/** An action of the desk on a customer package or an account: which form is open, and about what. */
export type ActionView =
  | {
      readonly kind: 'pay' | 'refund' | 'withdrawal' | 'transferFunds' | 'transferHours' | 'remove'
      readonly customer: string
      readonly ref: string
      readonly filled?: Filled
    }
  /** null: the customer is chosen in the form */
  | { readonly kind: 'add'; readonly customer: string | null }
  | { readonly kind: 'deposit' | 'withdraw'; readonly customer: string; readonly filled?: Filled }

export type PackageActionKind = Extract<ActionView, { ref: string }>['kind']

export const ACTION_TITLES: Readonly<Record<ActionView['kind'], string>> = {
  pay: say('package_actions.title_pay'),
  refund: say('package_actions.title_refund'),
  withdrawal: say('package_actions.title_withdrawal'),
  transferFunds: say('package_actions.title_transferFunds'),
  transferHours: say('package_actions.title_transferHours'),
  remove: say('package_actions.title_remove'),
  add: say('package_actions.title_add'),
  deposit: say('package_actions.title_deposit'),
  withdraw: say('package_actions.title_withdraw'),
}
