/** An action of the desk on a customer package or an account: which form is open, and about what. */
export type ActionView =
  | {
      readonly kind: 'pay' | 'refund' | 'transferFunds' | 'transferHours' | 'remove'
      readonly customer: string
      readonly ref: string
    }
  /** null: the customer is chosen in the form */
  | { readonly kind: 'add'; readonly customer: string | null }
  | { readonly kind: 'deposit' | 'withdraw'; readonly customer: string }

export type PackageActionKind = Extract<ActionView, { ref: string }>['kind']

export const ACTION_TITLES: Readonly<Record<ActionView['kind'], string>> = {
  pay: 'Package payment',
  refund: 'Package refund',
  transferFunds: 'Transfer funds',
  transferHours: 'Transfer hours',
  remove: 'Remove from package',
  add: 'Add to package',
  deposit: 'Deposit',
  withdraw: 'Withdrawal',
}
