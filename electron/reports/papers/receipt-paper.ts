import { tenderWords } from '../../../shared/action-words.ts'
import type { Paper, PaperPart } from '../../../shared/contract/paper.ts'
import { dateText } from '../../../shared/date-text.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import type { NamesAsOf } from '../names/names-as-of-store.ts'
import { addressee, noteParts, sum } from './paper-texts.ts'
import type { ReceiptOfPaper, ReceiptSubject } from './receipt-store.ts'

/** What kind of receipt: money came in, money went back, or a payment turned out to be none. */
type ReceiptKind = 'taking' | 'back' | 'reversal'

export interface ReceiptPaperTerms {
  readonly school: MoneyStyle
  /** of the moment when the money moved */
  readonly names: NamesAsOf
  readonly notes: boolean
}

/** A receipt: who gave or got what, by which tender, for what, and what is left to pay after it. */
export function receiptPaper(receipt: ReceiptOfPaper, { school, names, notes }: ReceiptPaperTerms): Paper {
  const customer = names.customers.get(receipt.customerId)
  if (!customer) throw new Error(`receipt of entry ${receipt.entry} without a customer`)
  const kind = kindOf(receipt)
  const heading = say(`papers.receipt_${kind}`, { ref: receipt.ref })
  const forWhat = { label: say('papers.forWhat'), value: subjectWords(receipt.subject, names) }
  return {
    title: heading,
    locale: school.locale,
    date: receipt.date,
    school: names.school,
    to: addressee(customer),
    heading,
    facts: [
      { label: say('papers.date'), value: dateText(receipt.date, school.locale) },
      forWhat,
      ...payerFact(receipt, names),
      { label: say('papers.takenBy'), value: names.users.get(receipt.userId) ?? '' },
      // A reversal without its reason says nothing to who gets it.
      ...(kind === 'reversal' && receipt.note !== '' ? [{ label: say('papers.reason'), value: receipt.note }] : []),
    ],
    parts: [
      tendersTable(receipt, kind, school),
      { kind: 'sums', rows: sumsOf(receipt, kind, school) },
      ...(notes && kind !== 'reversal' ? noteParts([receipt.note]) : []),
    ],
    foot: say('papers.foot', { paper: heading, customer: customer.number }),
  }
}

function payerFact({ payerId }: ReceiptOfPaper, names: NamesAsOf): Paper['facts'] {
  const payer = payerId === null ? undefined : names.customers.get(payerId)
  if (!payer) return []
  return [{ label: say('papers.paidBy'), value: say('papers.payer', { name: payer.name, number: payer.number }) }]
}

function kindOf({ action, tenders }: ReceiptOfPaper): ReceiptKind {
  if (action.endsWith('payment_reversal')) return 'reversal'
  return tenders.reduce((all, { amount }) => all + amount, 0) < 0 ? 'back' : 'taking'
}

function subjectWords(subject: ReceiptSubject, names: NamesAsOf): string {
  switch (subject.of) {
    case 'package':
      return say('papers.fromPackage', { package: names.packages.get(subject.packageId) ?? '', ref: subject.ref })
    case 'invoice':
      return say('papers.invoice', { ref: subject.ref })
    case 'account':
      return say('papers.account')
  }
}

function tendersTable({ tenders }: ReceiptOfPaper, kind: ReceiptKind, school: MoneyStyle): PaperPart {
  return {
    kind: 'table',
    columns: [
      { header: say('papers.tender'), width: 0, align: 'start' },
      { header: say('papers.amount'), width: 90, align: 'end' },
    ],
    rows: tenders.map(({ tender, amount }) => ({
      cells: [tenderWords(tender), moneyText(cents(kind === 'taking' ? amount : -amount), school)],
      bold: false,
      joined: false,
    })),
  }
}

const TOTALS = {
  taking: 'papers.received',
  back: 'papers.givenBack',
  reversal: 'papers.reversed',
} as const satisfies Record<ReceiptKind, string>

function sumsOf({ tenders, rounding, subject }: ReceiptOfPaper, kind: ReceiptKind, school: MoneyStyle) {
  const sign = kind === 'taking' ? 1 : -1
  const total = cents(sign * (tenders.reduce((all, { amount }) => all + amount, 0) + rounding))
  const whole = [
    ...(rounding === 0 ? [] : [sum(say('papers.cashRounding'), cents(sign * rounding), school)]),
    sum(say(TOTALS[kind]), total, school, true),
  ]
  switch (subject.of) {
    case 'package':
      return [
        ...whole,
        sum(say('papers.packagePrice'), subject.price, school),
        sum(say('papers.packagePaid'), subject.paid, school),
        sum(say('papers.packageOwed'), cents(subject.price - subject.paid), school),
      ]
    case 'invoice':
      return [
        ...whole,
        sum(say('papers.invoiceTotal'), subject.total, school),
        sum(say('papers.invoicePaid'), subject.paid, school),
        ...(kind === 'back'
          ? []
          : [sum(say('papers.invoiceDue'), cents(Math.max(0, subject.total - subject.paid)), school)]),
      ]
    case 'account':
      return [...whole, sum(say('papers.accountThen'), subject.balance, school)]
  }
}
