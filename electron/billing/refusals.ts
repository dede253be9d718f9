import type { Tender } from '../../shared/contract/values.ts'
import { dateText } from '../../shared/date-text.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { done, type Failure, type FailureCode, type Outcome } from '../../shared/failure.ts'
import { cents, type Cents } from '../../shared/money.ts'
import type { refusals } from '../../shared/words/en/engine/refusals.ts'
import { say, type WordParams } from '../../shared/words/say.ts'
import type { Customer } from './books/books.ts'
import type { Extreme } from './books/cover.ts'
import { endedBefore, serves, type CustomerPackage } from './customer-package.ts'
import { inWords, type BillingTerms } from './terms.ts'

/** A refusal that several rules share, or undefined where the rule holds. */
export type Check = Failure | undefined
type Words = keyof typeof refusals

export function firstRefusal(...checks: readonly Check[]): Check {
  return checks.find((check) => check !== undefined)
}

/** A refusal: its code, its sentence by key and parameters, the field that caused it, and what to do by its key. */
export function refusal(code: FailureCode, words: Words, params: WordParams, field: string, remedy?: Words): Failure {
  return {
    code,
    message: say(`refusals.${words}`, params),
    ...(remedy ? { remedy: say(`refusals.${remedy}`, params) } : {}),
    field,
  }
}

/** The same as the answer of a rule. */
export function no(
  code: FailureCode,
  words: Words,
  params: WordParams,
  field: string,
  remedy?: Words,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: refusal(code, words, params, field, remedy) }
}

export function notRemoved(pack: CustomerPackage): Check {
  return pack.removedOn === null ? undefined : refusal('removed', 'removed', { ref: pack.ref }, 'package')
}

export function moreThanNothing(amount: Cents): Check {
  return amount > 0 ? undefined : refusal('invalid_input', 'amountNotPositive', {}, 'amount')
}

export function reasonGiven(note: string): Check {
  return note.trim() === '' ? refusal('invalid_input', 'reasonNeeded', {}, 'note', 'reasonNeededRemedy') : undefined
}

/** A tender that is money: everything but `package`. */
export type MoneyTender = Exclude<Tender, 'package'>

export function moneyTender(method: Tender): Outcome<MoneyTender> {
  if (method !== 'package') return done(method)
  return no('tender_refused', 'packageTenderForInvoices', {}, 'method', 'packageTenderForInvoicesRemedy')
}

/** Not before a day that it rests on. Source: billing rules, Dates, 2. */
export function notBefore(
  terms: BillingTerms,
  day: BusinessDate,
  since: BusinessDate,
  words: Words,
  params: WordParams = {},
): Check {
  if (day >= since) return undefined
  const days = { day: dateText(day, terms.locale), since: dateText(since, terms.locale) }
  return refusal('wrong_date', words, { ...params, ...days }, 'date', 'earlierRemedy')
}

/** Nothing on a customer package before the day on which it was added, and nothing on one that was removed. */
export function onPackage(terms: BillingTerms, pack: CustomerPackage, day: BusinessDate): Check {
  return firstRefusal(notRemoved(pack), notBefore(terms, day, pack.added, 'beforeSale', { ref: pack.ref }))
}

/** A customer package serves its own customer, and its members on the days of their membership. */
export function servedOn(terms: BillingTerms, pack: CustomerPackage, buyer: Customer, day: BusinessDate): Check {
  if (serves(pack, buyer.id, day)) return undefined
  const { ref, members } = pack
  const own = members.filter(({ customerId }) => customerId === buyer.id)
  const params = { ref, number: buyer.number, day: dateText(day, terms.locale) }
  const next = own.find(({ from }) => from > day)
  if (next) {
    const since = dateText(next.from, terms.locale)
    return refusal('wrong_date', 'notMemberYet', { ...params, since }, 'package', 'notMemberRemedy')
  }
  const until = own.at(-1)?.until
  if (!until) return refusal('not_found', 'notServed', params, 'package', 'notServedRemedy')
  const ended = { ...params, until: dateText(until, terms.locale) }
  return refusal('wrong_date', 'notMemberAnyMore', ended, 'package', 'notMemberRemedy')
}

/** Nothing is drawn after the last valid day. */
export function notExpired(terms: BillingTerms, pack: CustomerPackage, day: BusinessDate): Check {
  if (!endedBefore(pack, day) || pack.lastValid === null) return undefined
  const params = { ref: pack.ref, end: dateText(pack.lastValid, terms.locale), day: dateText(day, terms.locale) }
  return refusal('expired', 'expired', params, 'date', 'expiredRemedy')
}

/** Covered on its own day and on every day after: the account holds enough. Source: billing rules, Dates, 3. */
export function coveredByAccount(terms: BillingTerms, method: Tender, amount: Cents, held: Extreme): Check {
  if (method !== 'account' || amount <= held.value) return undefined
  return uncovered(terms, 'more_than_account', 'moreThanAccount', 'moreThanAccountRemedy', amount, held, {
    held: inWords(terms, cents(held.value)),
  })
}

/** At most the smallest amount owed on any day from its own on. */
export function atMostOwed(terms: BillingTerms, pack: CustomerPackage, amount: Cents, owed: Extreme): Check {
  if (amount <= owed.value) return undefined
  return uncovered(terms, 'more_than_owed', 'moreThanOwed', 'moreThanOwedRemedy', amount, owed, {
    owed: inWords(terms, cents(Math.max(0, owed.value))),
    ref: pack.ref,
  })
}

/** At most the smallest unspent funds on any day from its own on. */
export function atMostUnspent(terms: BillingTerms, pack: CustomerPackage, amount: Cents, funds: Extreme): Check {
  if (amount <= Math.max(0, funds.value)) return undefined
  return uncovered(terms, 'more_than_funds', 'moreThanUnspent', 'moreThanUnspentRemedy', amount, funds, {
    unspent: inWords(terms, cents(Math.max(0, funds.value))),
    ref: pack.ref,
  })
}

function uncovered(
  terms: BillingTerms,
  code: FailureCode,
  words: 'moreThanAccount' | 'moreThanOwed' | 'moreThanUnspent',
  remedy: Words,
  amount: Cents,
  extreme: Extreme,
  params: WordParams,
): Failure {
  const said = { ...params, amount: inWords(terms, amount), day: dateText(extreme.day, terms.locale) }
  return refusal(code, isToday(terms, extreme) ? words : `${words}On`, said, 'amount', remedy)
}

/** Whether it is what the screens show: of any other day a refusal says how much there was on that. */
export function isToday({ today }: BillingTerms, { day }: Extreme): boolean {
  return day === today
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
