import { RECEIPT_FIELDS, type Mapping, type ReceiptField } from '../../../shared/contract/reconcile-file.ts'
import type { CountedTender } from '../../../shared/contract/closings.ts'
import { foldText } from '../../storage/search-text.ts'

type Columns = Mapping['columns']

/** A known export: the columns that tell it, and what they say. */
export interface Preset {
  readonly name: string
  readonly tenders: readonly CountedTender[]
  /** all of these are there */
  readonly told: readonly string[]
  readonly mapping: Mapping
}

const FOUND_OUT = {
  encoding: 'auto',
  delimiter: 'auto',
  skipRows: 0,
  dateOrder: 'auto',
  decimalSign: 'auto',
  receivedIs: 'positive',
} as const

const NO_COLUMNS = Object.fromEntries(RECEIPT_FIELDS.map((field) => [field, null])) as Columns

/** Nothing is known yet. */
export const AUTOMATIC: Mapping = { ...FOUND_OUT, columns: NO_COLUMNS }

function preset(name: string, tenders: CountedTender[], columns: Partial<Columns>, told: string[]): Preset {
  return { name, tenders, told, mapping: { ...FOUND_OUT, columns: { ...NO_COLUMNS, ...columns } } }
}

/** Stripe's itemised payout and balance reports, its list of payments, Square's transactions, and a plain bank file. */
export const PRESETS: readonly Preset[] = [
  preset(
    'Stripe payouts',
    ['card'],
    {
      date: 'created',
      amount: 'gross',
      fee: 'fee',
      reference: 'balance_transaction_id',
      name: 'customer_name',
      text: 'description',
      payout: 'automatic_payout_id',
    },
    ['balance_transaction_id', 'created', 'gross', 'fee', 'net', 'reporting_category'],
  ),
  preset(
    'Stripe payments',
    ['card'],
    {
      date: 'Created date (UTC)',
      amount: 'Amount',
      fee: 'Fee',
      reference: 'id',
      name: 'Customer Email',
      text: 'Description',
      payout: 'Transfer',
    },
    ['id', 'Created date (UTC)', 'Amount', 'Fee'],
  ),
  preset(
    'Square transactions',
    ['card'],
    {
      date: 'Date',
      amount: 'Total Collected',
      fee: 'Fees',
      reference: 'Payment ID',
      name: 'Customer Name',
      text: 'Description',
      payout: 'Deposit ID',
    },
    ['Date', 'Total Collected', 'Fees', 'Net Total', 'Payment ID'],
  ),
  preset('Bank, one amount', ['check', 'ach', 'cash'], { date: 'Date', amount: 'Amount', text: 'Description' }, [
    'Date',
    'Description',
    'Amount',
  ]),
  preset(
    'Bank, debit and credit',
    ['check', 'ach', 'cash'],
    { date: 'Date', received: 'Credit', paidOut: 'Debit', text: 'Details' },
    ['Date', 'Details', 'Debit', 'Credit'],
  ),
]

/** How columns are called, best first, folded. */
const NAMES: Readonly<Record<ReceiptField, readonly RegExp[]>> = {
  date: [
    /^(created|posted)( at| on)?( utc)?$/,
    /^(created|trans(action)?|posted|posting|booking|payment|buchungs?) ?(date|tag|datum)( utc)?$/,
    /^(date|datum|fecha|data|tag)$/,
    /\b(date|datum|fecha|data|valuta|wertstellung)\b/,
  ],
  amount: [
    /^(gross|total collected|amount|betrag|montant|importe|umsatz|importo|valor)\b/,
    /\b(amount|betrag|montant|importe)\b/,
    /^(total|value|gross sales)$/,
  ],
  received: [
    /^(credits?|deposits?|paid in|money in|received|haben|gutschrift|einnahmen?|abonos?|entradas?)( amount)?$/,
  ],
  paidOut: [/^(debits?|withdrawals?|paid out|money out|soll|lastschrift|ausgaben?|cargos?|salidas?)( amount)?$/],
  fee: [/^(fees?|processing fees?|gebuhr(en)?|frais|comision(es)?)$/, /^(?!.*\b(rate|third)\b).*\bfees?$/],
  reference: [
    /^(reference|ref|payment id|transaction id|balance transaction id|id|referenz|referencia|check number|number)\b/,
    /\b(reference|referenz|referencia)\b/,
  ],
  name: [
    /^(customer name|name|customer|payer|payee|auftraggeber|kunde|client|cliente|counterparty|nom|nombre)$/,
    /^(auftraggeber|beguenstigter|begunstigter|zahlungspflichtiger|zahler|donneur|ordenante)\b/,
    /\b(customer|payer|kunden?) ?(name|email)\b/,
    /^(?!.*\b(device|staff|file|discount|item)\b).*\bname\b/,
  ],
  // What somebody wrote is no reference: two equal payments on one day may well say the same.
  text: [
    /^(description|details?|memo|narrative|text|verwendungszweck|libelle|concepto|note|statement descriptor)\b/,
    /\b(description|verwendungszweck|buchungstext)\b/,
  ],
  payout: [/^((automatic )?payout( id)?|deposit id|transfer( id)?|settlement( id)?|batch( id)?)$/],
}

/** The preset whose columns a file has: of several the one that is told by most. */
export function presetOf(columns: readonly string[]): Preset | undefined {
  const there = new Set(columns.map(plain))
  return PRESETS.filter(({ told }) => told.every((name) => there.has(plain(name)))).toSorted(
    (left, right) => right.told.length - left.told.length,
  )[0]
}

/** What the names of the columns say; a column is proposed for one field at most. */
export function proposedColumns(columns: readonly string[]): Columns {
  const left = new Map(columns.map((name) => [plain(name), name]))
  const found: Partial<Record<ReceiptField, string>> = {}
  for (const field of RECEIPT_FIELDS) {
    for (const pattern of NAMES[field]) {
      const name = [...left.keys()].find((candidate) => pattern.test(candidate))
      if (name === undefined || found[field] !== undefined) continue
      found[field] = left.get(name) ?? name
      left.delete(name)
    }
  }
  // Two columns say it better than one without a sign; one of them alone beside an amount says something else.
  if (found.received !== undefined && found.paidOut !== undefined) delete found.amount
  else if (found.amount !== undefined) {
    delete found.received
    delete found.paidOut
  }
  return { ...NO_COLUMNS, ...found }
}

/** How many of the fields a row of names would give: what tells the row of names from the lines above it. */
export function fieldsNamed(row: readonly string[]): number {
  const columns = proposedColumns(row)
  const amounts = columns.amount ?? columns.received ?? columns.paidOut
  return columns.date === null || amounts === null ? 0 : Object.values(columns).filter((name) => name !== null).length
}

/** Case, accents and signs do not tell columns apart. */
export function plain(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
