import type { OpenLine, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { businessDate, daysBefore } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { matchSides, type Matched } from '../../electron/reconcile/matching/match.ts'
import type { KnownPayout } from '../../electron/reconcile/matching/sides.ts'

const FIRST = businessDate('2026-01-01')
const day = (number: number) => daysBefore(FIRST, -number)

export function line(id: number, on: number, amount: number, more: Partial<OpenLine> = {}): OpenLine {
  const nothing = { reference: '', name: '', text: '', payout: '' }
  return {
    id,
    row: id + 1,
    file: 'f.csv',
    part: false,
    date: day(on),
    amount: cents(amount),
    fee: cents(0),
    ...nothing,
    ...more,
  }
}

export function payment(
  entry: number,
  on: number,
  amount: number,
  more: Partial<RecordedPayment> = {},
): RecordedPayment {
  const tender = more.tender ?? 'card'
  return {
    key: `${entry} ${tender}`,
    entry,
    tender,
    date: day(on),
    amount: cents(amount),
    customer: '',
    customerNumber: '',
    ref: `CP-${entry}`,
    recordedAs: `PAY-${entry}`,
    action: 'package_payment',
    note: '',
    ...more,
  }
}

export function matched(
  lines: readonly OpenLine[],
  payments: readonly RecordedPayment[],
  more: { payouts?: KnownPayout[]; rejected?: string[]; inPayouts?: RecordedPayment[] } = {},
): Matched {
  const { payouts = [], rejected = [], inPayouts = [] } = more
  return matchSides({ lines, payments, payouts, inPayouts, rejected: new Set(rejected), locale: 'en-US' })
}

/** Short to read: which lines with which payments, how surely. */
export function shape({ proposals, differing, notRecorded, notReceived }: Matched) {
  const pair = ({ lines, payments }: Matched['proposals'][number]) =>
    `${lines.map(({ id }) => id).join('+')} = ${payments.map(({ entry }) => entry).join('+')}`
  return {
    pairs: proposals.map((proposal) => `${proposal.certainty} ${pair(proposal)}`),
    differing: differing.map(pair),
    notRecorded: notRecorded.map(({ id }) => id),
    notReceived: notReceived.map(({ entry }) => entry),
  }
}
