import { dateText } from '../../../shared/date-text.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, sumCents, type Cents } from '../../../shared/money.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { rate, taxPercent } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books, Customer, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from '../books/recording.ts'
import type { CatalogueEntry } from '../catalogue-store.ts'
import { lineByCode, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { drawDollars, EMPTY_HOLDING, lineDollars, type Holding, type LineTerms } from '../draw.ts'
import { amountOn, packagesOn, type Invoice, type InvoiceLine } from '../invoice.ts'
import { lineMovement } from '../movement.ts'
import { atLine, firstRefusal, isToday, no, notExpired, onPackage, refusal, servedOn, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import { action, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { lines, type InvoiceLineSaid } from './invoice-lines.ts'
import { customerOf, packageOf } from './nouns.ts'

const fields = { customer: name('customer'), lines }
type Command = CommandOf<'invoice', typeof fields>

interface RequestedLine {
  readonly from: CustomerPackage | null
  readonly catalogue: CatalogueEntry
  readonly said: InvoiceLineSaid
}

interface Seen {
  readonly newId: number
  readonly buyer: Customer
  readonly requested: readonly RequestedLine[]
}

interface Look {
  readonly covers: ReadonlyMap<number, PackageCover>
}

/**
 * Makes an invoice. Its amounts are fixed now; hours and items become pending and leave the packages only when it is
 * paid. Refused: no_lines, invalid_input, not_found, removed, wrong_date, expired, more_than_available.
 */
export const invoice = action({
  name: 'invoice',
  call: 'invoices.make',
  access: 'Create Invoices',
  agrees({ lines: said }) {
    const place = said.findIndex((line) => agreedAmount(line) !== null)
    return place === -1 ? undefined : { permission: 'Adjust Packages', field: `lines.${place}.amount` }
  },
  ref: { own: 'INV-' },
  money: null,
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const buyer = await customerOf(books, command.customer)
    if (!buyer.ok) return buyer
    const requested: RequestedLine[] = []
    for (const [index, said] of command.lines.entries()) {
      const found = atLine(index, await requestedLine(books, said, command))
      if (!found.ok) return found
      requested.push(found.value)
    }
    return done({ newId: books.newInvoiceId(), buyer: buyer.value, requested })
  },
  async look(books: Books, { requested, date }): Promise<Look> {
    const covers = new Map<number, PackageCover>()
    for (const { from } of requested) if (from) covers.set(from.id, await books.packageCover(from, date))
    return { covers }
  },
  rule: (terms, command) => {
    const { buyer, requested } = command
    if (requested.length === 0) return no('no_lines', 'invoiceWithoutLines', {}, 'lines', 'invoiceWithoutLinesRemedy')
    if (terms.selling === 'today' && !buyer.active)
      return no('wrong_state', 'customerInactive', { customer: buyer.name }, 'customer', 'customerInactiveRemedy')
    const drawn = new Map<string, Holding>()
    const rows: (readonly (string | number)[])[] = []
    for (const [index, line] of requested.entries()) {
      const taken = atLine(index, takenBy(terms, command, line, drawn))
      if (!taken.ok) return taken
      rows.push([taken.value.terms.rate, taken.value.terms.taxPercent, taken.value.dollars])
    }
    return done({ terms: rows })
  },
  apply: invoiceMade,
  shows: ({ invoice: made }) => ({
    amounts: made?.lines.map((line) => line.drawn.dollars) ?? [],
    rates: made?.lines ?? [],
  }),
  words: {
    sentences: { invoice: 'Invoice {ref} is made for {customer}.' },
    history: { item_invoice: 'Invoice made' },
  },
  sentence: (_, { ref, customer }) => say('sentences.invoice', { ref, customer }),
})

async function requestedLine(books: Books, said: InvoiceLineSaid, { date }: Command): Promise<Outcome<RequestedLine>> {
  const catalogue = books.prices.atStandardRate(said.code, date)
  if (!catalogue) return no('not_found', 'noCode', { code: said.code }, 'code', 'notThereRemedy')
  if (said.package === null || said.package === '') return done({ from: null, catalogue, said })
  const from = await packageOf(books, said.package)
  return from.ok ? done({ from: from.value, catalogue, said }) : from
}

interface Taken {
  readonly terms: LineTerms
  readonly dollars: Cents
}

/** What one line takes, after the lines before it. */
function takenBy(
  terms: BillingTerms,
  command: Command & Seen & Look,
  { from, catalogue, said }: RequestedLine,
  drawn: Map<string, Holding>,
): Outcome<Taken> {
  const { quantity, code } = said
  if (quantity <= 0) return no('invalid_input', 'quantityOfNotPositive', { code }, 'quantity')
  if (!from && terms.selling === 'today' && !catalogue.active)
    return no('wrong_state', 'codeInactive', { code }, 'code', 'codeInactiveRemedy')
  if (!from)
    return done({ terms: catalogue, dollars: said.amount ?? lineDollars(catalogue, quantity, terms.minorDigits) })
  const line = lineByCode(from, code)
  const refused = mayDraw(terms, command, from, line, said)
  if (refused) return { ok: false, failure: refused }
  if (!line) throw new Error(`${from.ref} has no ${code}`)
  const key = `${from.id}:${line.line}`
  const before = drawn.get(key) ?? EMPTY_HOLDING
  const tooMuch = moreThanLeft(terms, command, from, line, quantity, before)
  if (tooMuch) return { ok: false, failure: tooMuch }
  const left = minus(line.available, before)
  const dollars = drawDollars(line, left, quantity, terms.minorDigits)
  drawn.set(key, plus(before, { quantity, dollars }))
  return done({ terms: line, dollars })
}

function mayDraw(
  terms: BillingTerms,
  { buyer, date }: Command & Seen,
  pack: CustomerPackage,
  line: PackageLine | undefined,
  said: InvoiceLineSaid,
): Check {
  const { ref } = pack
  const { code } = said
  return firstRefusal(
    onPackage(terms, pack, date),
    servedOn(terms, pack, buyer, date),
    notExpired(terms, pack, date),
    line ? undefined : refusal('not_found', 'noLineFor', { ref, code }, 'code', 'noLineForInvoiceRemedy'),
    agreedAmount(said) === null
      ? undefined
      : refusal('invalid_input', 'agreedFromPackage', { ref }, 'amount', 'agreedFromPackageRemedy'),
  )
}

function moreThanLeft(
  terms: BillingTerms,
  { covers }: Look,
  pack: CustomerPackage,
  line: PackageLine,
  quantity: Hundredths,
  before: Holding,
): Check {
  const most = covers.get(pack.id)?.available(line.line)
  if (!most) throw new Error(`${pack.ref} was not looked at`)
  const left = most.value - before.quantity
  if (quantity <= left) return undefined
  const params = {
    available: quantityText(hundredths(Math.max(0, left))),
    code: line.code,
    ref: pack.ref,
    day: dateText(most.day, terms.locale),
  }
  const words = isToday(terms, most) ? 'moreThanAvailable' : 'moreThanAvailableOn'
  return refusal('more_than_available', words, params, 'quantity', 'moreThanAvailableRemedy')
}

function plus(one: Holding, other: Holding): Holding {
  return {
    quantity: hundredths(one.quantity + other.quantity),
    dollars: cents(one.dollars + other.dollars),
  }
}

function minus(one: Holding, other: Holding): Holding {
  return {
    quantity: hundredths(one.quantity - other.quantity),
    dollars: cents(one.dollars - other.dollars),
  }
}

function invoiceMade(_: Frozen, command: Command & Seen & ActionHeader, facts: Facts): Recording {
  const rows = facts['terms'] as readonly [number, number, number][]
  const made = command.requested.map((request, index) => invoiceLine(request, index + 1, rows[index] ?? [0, 0, 0]))
  const after: Invoice = {
    id: command.newId,
    ref: command.ref,
    customerId: command.buyer.id,
    date: command.date,
    refundedOn: null,
    reversedOn: null,
    total: sumCents(made.map((line) => line.drawn.dollars)),
    status: 'open',
    lines: made,
    payments: [],
  }
  return {
    invoice: after,
    entry: entryOf('invoice', command, {
      postings: made.flatMap(pendingMovement),
      history: packagesOn(made).map((id) => ({ subject: id, action: 'item_invoice', amount: amountOn(made, id) })),
    }),
  }
}

function invoiceLine(
  { from, catalogue, said }: RequestedLine,
  line: number,
  [soldRate, tax, dollars]: readonly [number, number, number],
): InvoiceLine {
  const drawnFrom = from && lineByCode(from, said.code)
  return {
    line,
    code: said.code,
    catalogueId: catalogue.id,
    rate: rate(soldRate),
    taxPercent: taxPercent(tax),
    from: from && drawnFrom ? { customerPackageId: from.id, packageLine: drawnFrom.line } : null,
    drawn: { quantity: said.quantity, dollars: cents(dollars) },
    refunded: EMPTY_HOLDING,
    amountAgreed: agreedAmount(said) !== null,
  }
}

function agreedAmount({ amount }: InvoiceLineSaid): Cents | null {
  return amount ?? null
}

function pendingMovement({ from, code, drawn }: InvoiceLine) {
  if (!from) return []
  return lineMovement(from.customerPackageId, { line: from.packageLine, code }, 'line_available', 'line_pending', drawn)
}
