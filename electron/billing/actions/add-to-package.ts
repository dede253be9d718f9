import { addMonths } from '../../../shared/dates.ts'
import { dateText } from '../../../shared/date-text.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents, type Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import { rate, taxPercent } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { applyPostings } from '../apply-postings.ts'
import type { Books, Customer } from '../books/books.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from '../books/recording.ts'
import { included, nothingRemains, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { EMPTY_HOLDING, lineDollars, shares } from '../draw.ts'
import { lineMovement } from '../movement.ts'
import type { OfferedPackage } from '../offered-package.ts'
import { firstRefusal, no, refusal, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, type CommandOf, type Frozen } from './action.ts'
import { name, optionalAmount, optionalDay } from './fields.ts'
import { customerOf } from './nouns.ts'

const fields = { customer: name('customer'), package: name('package'), price: optionalAmount, end: optionalDay }
type Command = CommandOf<'add_to_package', typeof fields>

interface Seen {
  readonly newId: number
  readonly buyer: Customer
  readonly offered: OfferedPackage
}

interface Look {
  /** the customer's earlier copies of the same package */
  readonly earlier: readonly CustomerPackage[]
}

/**
 * Sells a package to a customer: a copy with quantities, rates, tax and price frozen now, at the list price or at an
 * agreed one. Refused: no_lines, invalid_input; still_remaining where an earlier copy of it is not used up.
 */
export const addToPackage = action({
  name: 'add_to_package',
  call: 'packages.add',
  access: 'Create Invoices',
  agrees({ price, end }) {
    if (price === null && end === null) return undefined
    return { permission: 'Adjust Packages', field: price === null ? 'end' : 'price' }
  },
  // Transfers of funds say `account` for the customer's account.
  ref: { own: 'CP-', never: 'account' },
  money: null,
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const buyer = await customerOf(books, command.customer)
    if (!buyer.ok) return buyer
    const offered = books.prices.offer(command.package, command.date)
    if (!offered) return no('not_found', 'noPackage', { code: command.package }, 'package', 'notThereRemedy')
    return done({ newId: books.newPackId(), buyer: buyer.value, offered })
  },
  async look(books: Books, { buyer, offered }): Promise<Look> {
    return { earlier: await books.copies(buyer.id, offered.id) }
  },
  rule: (terms, command) => {
    const refused = firstRefusal(stillSold(terms, command), usedUp(command), endFits(terms, command))
    if (refused) return { ok: false, failure: refused }
    const { offered, price } = command
    const list = offered.lines.map((line) => lineDollars(line, line.quantity, terms.minorDigits))
    const whole = sumCents(list)
    if (whole === 0 && (price ?? 0) > 0)
      return no('invalid_input', 'nothingToAgree', { code: offered.code }, 'price', 'nothingToAgreeRemedy')
    const dollars = price === null ? list : shares(price, list)
    return done({
      terms: offered.lines.map((line, index) => [
        line.code,
        line.quantity,
        line.rate,
        line.taxPercent,
        dollars[index] ?? 0,
      ]),
      ...lastValidDay(command),
    })
  },
  apply: sale,
  shows: ({ adds, entry }) =>
    adds ? { amounts: applyPostings(adds, entry.postings).lines.map((line) => included(line).dollars) } : {},
  words: {
    sentences: {
      add_to_package: '{customer} is added to the package {package} as {ref}.',
      add_to_package_agreed: '{customer} is added to the package {package} as {ref}, at the agreed price of {price}.',
    },
    history: { added_to_package: 'Added to package' },
  },
  sentence: (terms, { customer, package: offered, ref, price }) =>
    price === null
      ? say('sentences.add_to_package', { customer, package: offered, ref })
      : say('sentences.add_to_package_agreed', { customer, package: offered, ref, price: inWords(terms, price) }),
})

function stillSold(terms: BillingTerms, { offered, buyer }: Command & Seen): Check {
  if (offered.lines.length === 0)
    return refusal('no_lines', 'packageWithoutLines', { code: offered.code }, 'package', 'packageWithoutLinesRemedy')
  if (terms.selling === 'past') return undefined
  if (!offered.active)
    return refusal('wrong_state', 'packageInactive', { code: offered.code }, 'package', 'packageInactiveRemedy')
  return buyer.active
    ? undefined
    : refusal('wrong_state', 'customerInactive', { customer: buyer.name }, 'customer', 'customerInactiveRemedy')
}

function usedUp({ buyer, earlier }: Command & Seen & Look): Check {
  const unused = earlier.find((pack) => pack.removedOn === null && !nothingRemains(pack))
  if (!unused) return undefined
  const params = { customer: buyer.name, ref: unused.ref }
  return refusal('still_remaining', 'stillRemaining', params, 'package', 'stillRemainingRemedy')
}

function endFits(terms: BillingTerms, { date, end }: Command): Check {
  if (end === null || end >= date) return undefined
  const params = { end: dateText(end, terms.locale), since: dateText(date, terms.locale) }
  return refusal('invalid_input', 'endBeforeSale', params, 'end', 'endBeforeSaleRemedy')
}

/** The day given at the sale, or the same day of the month so many months later as the package says. */
function lastValidDay({ date, end, offered }: Command & Seen): Facts {
  if (end !== null) return { lastValid: end }
  return offered.validMonths === null ? {} : { lastValid: addMonths(date, offered.validMonths) }
}

interface SoldLine extends PackageLine {
  readonly quantity: Hundredths
  readonly dollars: Cents
}

function sale(frozen: Frozen, command: Command & Seen & ActionHeader, facts: Facts): Recording {
  const { newId, price } = command
  const plain = soldLines(facts['terms'] as [string, number, number, number, number][], command.offered)
  const list = sumCents(plain.map((line) => lineDollars(line, line.quantity, frozen.minorDigits)))
  const agreed = price === null ? undefined : { price, list }
  const lines = plain.map((line) => ({ ...line, ...(agreed ? { agreed } : {}) }))
  const adds: CustomerPackage = {
    id: newId,
    ref: command.ref,
    customerId: command.buyer.id,
    packageId: command.offered.id,
    added: command.date,
    // The postings make the price, as they make every balance.
    price: cents(0),
    lastValid: (facts['lastValid'] as CustomerPackage['lastValid'] | undefined) ?? null,
    paid: cents(0),
    drawn: cents(0),
    removedOn: null,
    lastDay: command.date,
    members: [],
    lines: lines.map(({ quantity: _, dollars: __, ...line }) => line),
  }
  const postings = lines.flatMap((line) =>
    lineMovement(newId, line, 'line_included', 'line_available', { quantity: line.quantity, dollars: line.dollars }),
  )
  const amount = sumCents(lines.map(({ dollars }) => dollars))
  const history = [{ subject: newId, action: 'added_to_package', amount }]
  return { adds, entry: entryOf('add_to_package', command, { postings, history }) }
}

/** The lines as they were frozen: their kinds are the catalogue's, which never change. */
function soldLines(terms: readonly [string, number, number, number, number][], offered: OfferedPackage): SoldLine[] {
  return terms.map(([code, quantity, soldRate, tax, dollars], index) => ({
    line: index + 1,
    code,
    kind: offered.lines.find((line) => line.code === code)?.kind ?? 'product',
    rate: rate(soldRate),
    taxPercent: taxPercent(tax),
    quantity: hundredths(quantity),
    dollars: cents(dollars),
    adjusted: hundredths(0),
    available: EMPTY_HOLDING,
    pending: EMPTY_HOLDING,
    used: EMPTY_HOLDING,
  }))
}
