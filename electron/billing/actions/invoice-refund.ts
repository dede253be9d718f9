import { z } from 'zod'
import { done, type Outcome } from '../../../shared/failure.ts'
import { enteredHundredths } from '../../../shared/contract/action-values.ts'
import { refSchema } from '../../../shared/contract/values.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { proportion, type Holding } from '../draw.ts'
import { hasMoved, lastDayOf, packagesOn, standing, statusWords, type Invoice, type InvoiceLine } from '../invoice.ts'
import { dollarsBackTo, linesBack, moneyBack, splitBack, type LineBack } from '../money-back.ts'
import { firstRefusal, no, notBefore, notRemoved } from '../refusals.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import type { Field } from './fields.ts'
import { invoiceOf, packageOf, type InvoiceFound } from './nouns.ts'

/** Which part: a line is named by the customer package it is drawn from (empty or null: the standard rate) and its code. */
interface PartSaid {
  readonly package: string | null
  readonly code: string
  /** null: all that is left of the line */
  readonly quantity: Hundredths | null
}

/** null: all that is left of the invoice */
const part: Field<PartSaid | null> = {
  columns: ['package', 'code', 'quantity'],
  schema: z
    .object({ package: refSchema.nullable(), code: refSchema, quantity: enteredHundredths.nullable() })
    .nullable() as unknown as z.ZodType<PartSaid | null>,
  read: (cells) => {
    const code = cells.text('code')
    if (code !== '') return { package: cells.text('package'), code, quantity: cells.optionalQuantity('quantity') }
    const stray = ['package', 'quantity'].filter((column) => cells.text(column) !== '')
    if (stray.length > 0) cells.problems.push(say('activity_csv.refund_without_code', { columns: stray.join(' and ') }))
    return null
  },
  kept: (said) =>
    said === null
      ? []
      : [
          ['package', said.package === null || said.package === '' ? undefined : said.package],
          ['code', said.code],
          ['quantity', said.quantity ?? undefined],
        ],
  said: (kept) =>
    kept['code'] === undefined
      ? null
      : {
          package: (kept['package'] as string | undefined) ?? '',
          code: kept['code'] as string,
          quantity: (kept['quantity'] as Hundredths | undefined) ?? null,
        },
}

const fields = { part }
type Command = CommandOf<'invoice_refund', typeof fields>

interface Seen extends InvoiceFound {
  /** the package of the part; null: the standard rate, or the whole invoice */
  readonly from: CustomerPackage | null
}

/**
 * Refunds a paid invoice, in whole or a quantity of one line: quantities go back to their package lines, money to
 * where it came from. Refused: wrong_state, not_found, invalid_input, more_than_left, removed, wrong_date.
 */
export const invoiceRefund = action({
  name: 'invoice_refund',
  call: 'invoices.refund',
  access: 'Issue Refunds',
  ref: 'invoice',
  money: { receipt: ['invoice'], funds: { credit: 'givenBack' }, account: { credit: 'givenBack' } },
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const found = await invoiceOf(books, command.ref)
    if (!found.ok) return found
    const named = command.part?.package ?? ''
    if (named === '') return done({ ...found.value, from: null })
    const from = await packageOf(books, named)
    return from.ok ? done({ ...found.value, from: from.value }) : from
  },
  look: noLook,
  rule: (terms, command) => {
    const { invoice, packs, date } = command
    if (!hasMoved(invoice)) {
      const params = { ref: invoice.ref, status: statusWords(invoice) }
      return no('wrong_state', 'onlyPaidRefunded', params, 'ref', 'onlyPaidRefundedRemedy')
    }
    const backs = backsOf(command)
    if (!backs.ok) return backs
    const touched = packagesOn(backs.value.map(({ line }) => line)).flatMap((id) => packs.get(id) ?? [])
    const refused = firstRefusal(
      ...touched.map(notRemoved),
      notBefore(terms, date, lastDayOf(invoice), 'beforeWhatItUndoes'),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: refund,
  words: {
    sentences: {
      invoice_refund: 'Invoice {ref} is refunded.',
      invoice_refund_part: '{code} of invoice {ref} is refunded.',
    },
    history: { invoice_refund: 'Invoice refund' },
  },
  sentence: (_, { part: said, ref }) =>
    said ? say('sentences.invoice_refund_part', { code: said.code, ref }) : say('sentences.invoice_refund', { ref }),
})

function backsOf({ invoice, part: said, from }: Command & Seen): Outcome<LineBack[]> {
  if (!said) return done(everythingStanding(invoice))
  if (said.quantity !== null && said.quantity <= 0) return no('invalid_input', 'quantityNotPositive', {}, 'quantity')
  const { code } = said
  const lines = invoice.lines.filter(
    (line) => line.code === code && (line.from?.customerPackageId ?? null) === (from?.id ?? null),
  )
  const params = { invoice: invoice.ref, code, ref: from?.ref ?? '' }
  if (lines.length === 0) return no('not_found', from ? 'lineNotOnInvoice' : 'standardLineNotOnInvoice', params, 'code')
  // Of several like lines the first on which something is left, at most that.
  const line = lines.find((candidate) => standing(candidate).quantity > 0)
  const left = line ? standing(line).quantity : hundredths(0)
  if (!line || (said.quantity ?? 0) > left) {
    const words = from ? 'moreThanLeft' : 'moreThanLeftStandard'
    return no('more_than_left', words, { ...params, left: quantityText(left) }, 'quantity')
  }
  return done([{ line, back: partOfLine(line, said.quantity) }])
}

/** Line amount x quantity / line quantity; the refund that takes the last of the line takes what is left of its amount. */
function partOfLine(line: InvoiceLine, quantity: Hundredths | null): Holding {
  const left = standing(line)
  if (quantity === null || quantity === left.quantity) return left
  const dollars = Math.min(proportion(line.drawn.dollars, quantity, line.drawn.quantity), left.dollars)
  return { quantity, dollars: cents(dollars) }
}

function everythingStanding(invoice: Invoice): LineBack[] {
  return invoice.lines.map((line) => ({ line, back: standing(line) })).filter(({ back }) => back.quantity > 0)
}

function refund({ cashStep }: Frozen, command: Command & Seen & ActionHeader): Recording {
  const { invoice, date } = command
  const found = backsOf(command)
  if (!found.ok) throw new Error(`${invoice.ref}: ${found.failure.message}`)
  const backs = found.value
  const { toPackages, others } = splitBack(invoice, backs)
  const money = moneyBack(invoice, toPackages, others, cashStep)
  const lines = invoice.lines.map((line) => afterRefund(line, backs))
  const nothingStands = lines.every((line) => standing(line).quantity === 0)
  return {
    invoice: {
      ...invoice,
      lines,
      payments: money.payments,
      refundedOn: date,
      status: nothingStands ? 'refunded' : 'partially_refunded',
    },
    entry: entryOf('invoice_refund', command, {
      postings: [...linesBack(backs), ...money.postings],
      history: packagesOn(backs.map(({ line }) => line)).map((id) => ({
        subject: id,
        action: 'invoice_refund',
        amount: dollarsBackTo(id, backs),
      })),
    }),
  }
}

function afterRefund(line: InvoiceLine, backs: readonly LineBack[]): InvoiceLine {
  const found = backs.find((each) => each.line.line === line.line)
  if (!found) return line
  return {
    ...line,
    refunded: {
      quantity: hundredths(line.refunded.quantity + found.back.quantity),
      dollars: cents(line.refunded.dollars + found.back.dollars),
    },
  }
}
