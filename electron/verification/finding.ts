/** The checks of a verification, in the order in which they run. */
export const CHECKS = ['file', 'balanced', 'balances', 'chain', 'records', 'statements'] as const
export type Check = (typeof CHECKS)[number]

/** Something that a verification found. */
export interface Finding {
  readonly check: Check
  /** the ledger entry that it is about; null where it is about none */
  readonly entry: number | null
  readonly message: string
  /** named, but nothing is wrong with the numbers: the ledger counts as whole */
  readonly harmless?: true
}

/** No check names more: what is wrong with thousands of rows is wrong with the file. */
export const MOST_FINDINGS = 100
