/** Names an account of the ledger. The ledger gives no meaning to kinds and owners; billing does. */
export interface AccountName {
  readonly kind: string
  /** id of what it belongs to; 0 for the school's own accounts */
  readonly owner: number
  /** 0 where there are no lines */
  readonly line: number
  /** what its quantities count; empty where it holds money only */
  readonly commodity: string
}

/** A change of one account: hundredths of its commodity, minor units of the currency. Credits are negative. */
export interface Posting {
  readonly account: AccountName
  readonly quantity: number
  readonly amount: number
}

export function accountKey(account: AccountName): string {
  return `${account.kind}:${account.owner}:${account.line}`
}
