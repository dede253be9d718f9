import type { Tender } from '../../shared/contract/values.ts'
import { done, refused, type Failure, type FailureCode, type Outcome } from '../../shared/failure.ts'
import type { Cents } from '../../shared/money.ts'
import { owed, unspentFunds, type CustomerPackage } from './customer-package.ts'
import { inWords, type BillingTerms } from './terms.ts'

/** A refusal that several rules share, or undefined where the rule holds. */
export type Check = Failure | undefined

export function firstRefusal(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== undefined)
}

export function notRemoved(pack: CustomerPackage): Check {
  if (!pack.removed) return undefined
  return failure(
    'removed',
    `The customer was removed from ${pack.ref}; nothing can be posted to it any more.`,
    'package',
  )
}

export function moreThanNothing(amount: Cents): Check {
  return amount > 0 ? undefined : failure('invalid_input', 'The amount must be more than 0.', 'amount')
}

/** A tender that is money: everything but `package`. */
export type MoneyTender = Exclude<Tender, 'package'>

export function moneyTender(method: Tender): Outcome<MoneyTender> {
  if (method !== 'package') return done(method)
  return refused('tender_refused', 'The package tender pays invoices only.', {
    remedy: 'Choose account, cash, card, check or ach.',
    field: 'method',
  })
}

export function coveredByAccount(terms: BillingTerms, method: Tender, amount: Cents, balance: Cents): Check {
  if (method !== 'account' || amount <= balance) return undefined
  const message = `The customer's account holds ${inWords(terms, balance)}, less than ${inWords(terms, amount)}.`
  return failure('more_than_account', message, 'amount', 'Take less from the account, or choose another tender.')
}

export function atMostOwed(terms: BillingTerms, pack: CustomerPackage, amount: Cents): Check {
  if (amount <= owed(pack)) return undefined
  return failure(
    'more_than_owed',
    `${inWords(terms, amount)} is more than the ${inWords(terms, owed(pack))} owed on ${pack.ref}.`,
    'amount',
    'Take at most what is owed.',
  )
}

export function atMostUnspent(terms: BillingTerms, pack: CustomerPackage, amount: Cents): Check {
  const unspent = unspentFunds(pack)
  if (amount <= unspent) return undefined
  return failure(
    'more_than_funds',
    `${inWords(terms, amount)} is more than the ${inWords(terms, unspent)} of unspent funds on ${pack.ref}.`,
    'amount',
    'Take at most the unspent package funds.',
  )
}

export function reasonGiven(note: string): Check {
  return note.trim() === ''
    ? failure('invalid_input', 'A reason is needed.', 'note', 'Write why in the note.')
    : undefined
}

export function failure(code: FailureCode, message: string, field: string, remedy?: string): Failure {
  return { code, message, field, remedy }
}

/** A refusal of one line, by its place from 0, named as the contract names the field of that line. */
export function atLine<T>(place: number, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome
  const { field } = outcome.failure
  return {
    ok: false,
    failure: { ...outcome.failure, field: `lines.${place}${field === undefined ? '' : `.${field}`}` },
  }
}
