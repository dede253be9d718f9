/** Every reason for which a call can be refused. Closed: a new reason is added here first. */
export const FAILURE_CODES = [
  'invalid_input',
  'not_signed_in',
  'not_permitted',
  'wrong_credentials',
  'locked_out',
  'not_found',
  'already_exists',
  'command_reused',
  'stale',
  'not_empty',
  'more_than_available',
  'more_than_owed',
  'more_than_due',
  'more_than_funds',
  'more_than_account',
  'more_than_left',
  'tender_refused',
  'wrong_state',
  'wrong_date',
  'expired',
  'removed',
  'still_remaining',
  'funds_not_settled',
  'invoice_open',
  'no_lines',
  'not_transferable',
  'day_closed',
  'busy',
  'unanswered',
  'damaged',
  'storage',
  'internal',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** The one form in which a refusal reaches a person. */
export interface Failure {
  readonly code: FailureCode
  /** a plain sentence: what is wrong */
  readonly message: string
  /** a plain sentence: what to do about it */
  readonly remedy?: string | undefined
  /** the input field that caused it, as the contract names it */
  readonly field?: string | undefined
}

/** A value, or the reason why there is none. Expected refusals are values, not exceptions. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(
  code: FailureCode,
  message: string,
  more: { remedy?: string; field?: string } = {},
): Outcome<never> {
  return { ok: false, failure: { code, message, ...more } }
}
