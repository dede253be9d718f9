import { tenderWords } from '../../../shared/action-words.ts'
import type { Paper, PaperPart } from '../../../shared/contract/paper.ts'
import { dateText } from '../../../shared/date-text.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { quantityDisplay } from '../../../shared/quantity-text.ts'
import { say } from '../../../shared/words/say.ts'
import type { NamesAsOf } from '../names/names-as-of-store.ts'
import type { InvoiceOfPaper } from './invoice-of-paper-store.ts'
import { addressee, noteParts, percentOnPaper, rateOnPaper, sum } from './paper-texts.ts'
import { taxSums } from './tax-sums.ts'

/** How an invoice is written. */
export interface InvoicePaperTerms {
  readonly school: MoneyStyle
  /** of the day on which it was made */
  readonly names: NamesAsOf
  /** of those who took its payments, by entry: of the days of the payments */
  readonly takers: ReadonlyMap<number, string>
  /** who paid, by entry, where it was not the customer */
  readonly payers: ReadonlyMap<number, string>
  /** whose the packages are that a member flew from, by the package's ref */
  readonly lenders: ReadonlyMap<string, string>
  /** whether the notes go on paper, which otherwise stay inside the house */
  readonly notes: boolean
}

/** An invoice on paper: its lines, then once net, tax for each rate and gross, and what was paid. */
export function invoicePaper(invoice: InvoiceOfPaper, terms: InvoicePaperTerms): Paper {
  const { school, names, notes } = terms
  const customer = names.customers.get(invoice.customerId)
  if (!customer) throw new Error(`invoice ${invoice.ref} without a customer`)
  const heading = say('papers.invoice', { ref: invoice.ref })
  return {
    title: heading,
    locale: school.locale,
    date: invoice.date,
    school: names.school,
    to: addressee(customer),
    heading,
    facts: factsOf(invoice, school.locale),
    parts: [
      linesTable(invoice, terms),
      { kind: 'sums', rows: sumsOf(invoice, school) },
      ...paymentParts(invoice, terms),
      ...(notes ? noteParts([invoice.note, ...invoice.payments.map(({ note }) => note)]) : []),
    ],
    foot: say('papers.foot', { paper: heading, customer: customer.number }),
  }
}

function factsOf(invoice: InvoiceOfPaper, locale: string): Paper['facts'] {
  return [
    { label: say('papers.date'), value: dateText(invoice.date, locale) },
    { label: say('papers.status'), value: say(`ui.status_${invoice.status}`) },
    ...(invoice.corrects === null ? [] : [{ label: say('papers.replaces'), value: invoice.corrects }]),
    ...(invoice.correctedBy === null ? [] : [{ label: say('papers.replacedBy'), value: invoice.correctedBy }]),
  ]
}

function linesTable({ lines }: InvoiceOfPaper, { school, names, lenders }: InvoicePaperTerms): PaperPart {
  return {
    kind: 'table',
    columns: [
      { header: say('papers.hoursOrItem'), width: 0, align: 'start' },
      { header: say('papers.drawnFrom'), width: 120, align: 'start' },
      { header: say('papers.quantity'), width: 50, align: 'end' },
      { header: say('papers.rate'), width: 54, align: 'end' },
      { header: say('papers.tax'), width: 40, align: 'end' },
      { header: say('papers.amountWithTax'), width: 76, align: 'end' },
    ],
    rows: lines.map((line) => ({
      cells: [
        names.items.get(line.code) ?? line.code,
        line.from === null
          ? say(line.agreed ? 'papers.agreedAmount' : 'papers.standardRate')
          : [
              say('papers.fromPackage', { package: names.packages.get(line.from.packageId) ?? '', ref: line.from.ref }),
              lenders.get(line.from.ref) ?? '',
            ]
              .filter((words) => words !== '')
              .join('\n'),
        quantityDisplay(line.quantity, line.kind, school.locale),
        // An agreed amount does not come from the rate.
        line.agreed ? '' : rateOnPaper(line.rate, school),
        percentOnPaper(line.taxPercent, school.locale),
        moneyText(line.amount, school),
      ],
      bold: false,
      joined: false,
    })),
  }
}

/** Once, at the end: however many pages the lines fill. */
function sumsOf(invoice: InvoiceOfPaper, school: MoneyStyle) {
  const taxed = taxSums(invoice.lines)
  const net = cents(taxed.reduce((all, own) => all + own.net, 0))
  const refunded = cents(invoice.lines.reduce((all, line) => all + line.refunded, 0))
  const paid = cents(invoice.payments.reduce((all, payment) => all + payment.amount - payment.refunded, 0))
  const owing = invoice.status === 'open' || invoice.status === 'partially_paid'
  return [
    sum(say('papers.net'), net, school),
    ...taxed.map((own) => {
      const params = { percent: percentOnPaper(own.percent, school.locale), net: moneyText(own.net, school) }
      return sum(say('papers.taxOn', params), own.tax, school)
    }),
    sum(say('papers.total'), invoice.total, school, true),
    ...(refunded === 0 ? [] : [sum(say('papers.refunded'), refunded, school)]),
    sum(say('papers.paid'), paid, school),
    sum(say('papers.due'), cents(owing ? invoice.total - paid : 0), school, true),
  ]
}

function paymentParts({ payments }: InvoiceOfPaper, { school, takers, payers }: InvoicePaperTerms): PaperPart[] {
  if (payments.length === 0) return []
  const back = payments.some(({ refunded }) => refunded !== 0)
  return [
    { kind: 'title', text: say('papers.payments') },
    {
      kind: 'table',
      columns: [
        { header: say('papers.date'), width: 70, align: 'start' },
        { header: say('papers.tender'), width: 90, align: 'start' },
        { header: say('papers.takenBy'), width: 0, align: 'start' },
        ...(back ? [{ header: say('papers.givenBack'), width: 76, align: 'end' as const }] : []),
        { header: say('papers.amount'), width: 76, align: 'end' },
      ],
      rows: payments.map((payment) => ({
        cells: [
          dateText(payment.date, school.locale),
          [tenderWords(payment.tender), payers.get(payment.entry) ?? ''].filter((words) => words !== '').join('\n'),
          takers.get(payment.entry) ?? '',
          ...(back ? [payment.refunded === 0 ? '' : moneyText(payment.refunded, school)] : []),
          moneyText(payment.amount, school),
        ],
        bold: false,
        joined: false,
      })),
    },
  ]
}
