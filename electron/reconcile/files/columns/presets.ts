import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import type { ReceiptField } from '../../../../shared/receipt-fields.ts'
import type { CountedTender } from '../../../../shared/contract/closings.ts'
import { AUTOMATIC, NO_COLUMNS, type Columns } from './no-columns.ts'
import { plain } from './plain-name.ts'
import { say } from '../../../../shared/words/say.ts'

/** A known export: the columns that tell it, and what they say. */
export interface Preset {
  readonly name: string
  readonly tenders: readonly CountedTender[]
  /** all of these are there */
  readonly told: readonly string[]
  readonly mapping: Mapping
  /** fields that the file has no column for, whatever its names suggest */
  readonly without: readonly ReceiptField[]
  /** a processor's: payouts, cash and what is held are no payments there */
  readonly ofProcessor: boolean
}

const OF_BANKS: readonly CountedTender[] = ['check', 'ach', 'cash']

function processor(
  name: string,
  columns: Partial<Columns>,
  told: string[],
  tenders: CountedTender[] = ['card'],
): Preset {
  return {
    name,
    tenders,
    told,
    without: [],
    ofProcessor: true,
    mapping: { ...AUTOMATIC, columns: { ...NO_COLUMNS, ...columns } },
  }
}

function bank(name: string, columns: Partial<Columns>, told: string[], without: ReceiptField[] = []): Preset {
  const mapping = { ...AUTOMATIC, columns: { ...NO_COLUMNS, ...columns } }
  return { name, tenders: OF_BANKS, told, without, ofProcessor: false, mapping }
}

/** Processors' reports by the names of their columns, and plain bank files. */
export const PRESETS: readonly Preset[] = [
  processor(
    'Stripe payouts',
    {
      date: 'created',
      amount: 'gross',
      fee: 'fee',
      id: 'balance_transaction_id',
      name: 'customer_name',
      text: 'description',
      payout: 'automatic_payout_id',
    },
    ['balance_transaction_id', 'created', 'gross', 'fee', 'net', 'reporting_category'],
  ),
  processor(
    'Stripe balance',
    {
      date: 'Created (UTC)',
      amount: 'Amount',
      fee: 'Fee',
      id: 'id',
      reference: 'Source',
      text: 'Description',
      payout: 'Transfer',
    },
    ['id', 'Type', 'Source', 'Amount', 'Fee', 'Net', 'Created (UTC)'],
  ),
  processor(
    'Stripe payments',
    {
      date: 'Created date (UTC)',
      amount: 'Amount',
      fee: 'Fee',
      id: 'id',
      name: 'Customer Email',
      text: 'Description',
      payout: 'Transfer',
    },
    ['id', 'Created date (UTC)', 'Amount', 'Fee'],
  ),
  processor(
    'Square transactions',
    {
      date: 'Date',
      amount: 'Total Collected',
      fee: 'Fees',
      id: 'Payment ID',
      name: 'Customer Name',
      text: 'Description',
      payout: 'Deposit ID',
    },
    ['Date', 'Total Collected', 'Fees', 'Net Total', 'Payment ID'],
  ),
  processor(
    'PayPal activity',
    {
      date: 'Date',
      amount: 'Gross',
      fee: 'Fee',
      id: 'Transaction ID',
      reference: 'Reference Txn ID',
      name: 'Name',
      text: 'Type',
    },
    ['Date', 'Time', 'Type', 'Status', 'Gross', 'Fee', 'Net', 'Transaction ID'],
  ),
  {
    ...processor(
      'SumUp',
      {
        date: 'Date',
        amount: 'Total',
        fee: 'Fee',
        id: 'Transaction ID',
        reference: 'Reference',
        text: 'Description',
        payout: 'Payout ID',
      },
      ['Date', 'Transaction ID', 'Transaction type', 'Total', 'Fee'],
    ),
    // The e-mail is that of whoever took the payment.
    without: ['name'],
  },
  processor(
    'Clover payments',
    { date: 'Payment Date', amount: 'Amount', id: 'Payment ID', reference: 'Order ID', text: 'Note' },
    ['Payment Date', 'Payment ID', 'Tender', 'Result', 'Amount'],
  ),
  processor(
    'QuickBooks Payments',
    { date: 'Date', amount: 'Amount', fee: 'Fees', id: 'Transaction ID', name: 'Customer', payout: 'Deposit ID' },
    ['Date', 'Transaction ID', 'Amount', 'Fees', 'Deposit ID'],
    ['card', 'ach'],
  ),
  bank('Revolut', { date: 'Completed Date', amount: 'Amount', fee: 'Fee', text: 'Description' }, [
    'Type',
    'Started Date',
    'Completed Date',
    'Amount',
    'Fee',
    'State',
  ]),
  bank(
    'Wise',
    {
      date: 'Date',
      amount: 'Amount',
      id: 'TransferWise ID',
      reference: 'Payment Reference',
      name: 'Payer Name',
      text: 'Description',
    },
    ['TransferWise ID', 'Date', 'Amount', 'Currency', 'Description', 'Running Balance'],
    // Each fee is a line of its own, too.
    ['fee'],
  ),
  bank(say('reconcile.bank_one_amount'), { date: 'Date', amount: 'Amount', text: 'Description' }, [
    'Date',
    'Description',
    'Amount',
  ]),
  bank(
    say('reconcile.bank_debit_and_credit'),
    { date: 'Date', received: 'Credit', paidOut: 'Debit', text: 'Details' },
    ['Date', 'Details', 'Debit', 'Credit'],
  ),
]

/** Of which tenders a file reports: a processor's what passes a card, an account's what passes a bank. */
export function tendersOf(file: {
  readonly preset: Preset | undefined
  readonly ofProcessor: boolean
  /** it is of an account: it has a balance, or a bank made it for that */
  readonly isAccount: boolean
}): readonly CountedTender[] {
  if (file.preset) return file.preset.tenders
  if (file.ofProcessor) return ['card']
  return file.isAccount ? OF_BANKS : []
}

/** The preset whose columns a file has: of several the one that is told by most. */
export function presetOf(columns: readonly string[]): Preset | undefined {
  const there = new Set(columns.map(plain))
  return PRESETS.filter(({ told }) => told.every((name) => there.has(plain(name)))).toSorted(
    (left, right) => right.told.length - left.told.length,
  )[0]
}

/** The preset's columns as the file writes them; a plain bank's name what is theirs, the rest goes by meaning. */
export function presetColumns({ mapping, without }: Preset, columns: readonly string[], proposed: Columns): Columns {
  const entries = Object.entries(mapping.columns) as [ReceiptField, string | null][]
  const known = entries.flatMap(([field, name]) => {
    const written = name === null ? undefined : columns.find((column) => plain(column) === plain(name))
    return written === undefined ? [] : [[field, written] as const]
  })
  const fields = new Set(known.map(([field]) => field))
  const used = new Set(known.map(([, name]) => name))
  const amounts: readonly ReceiptField[] = ['amount', 'received', 'paidOut', 'direction']
  const others = (Object.entries(proposed) as [ReceiptField, string | null][]).map(([field, name]) => {
    const isTold = name === null || used.has(name) || amounts.includes(field) || without.includes(field)
    return [field, isTold ? null : name] as const
  })
  return {
    ...(Object.fromEntries(others.filter(([field]) => !fields.has(field))) as Columns),
    ...(Object.fromEntries(known) as Columns),
  }
}
