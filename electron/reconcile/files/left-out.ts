import { plain } from './columns.ts'

interface Rule {
  readonly columns: RegExp
  readonly values: RegExp
  /** in files of processors only: a bank calls what a customer sent a transfer, too */
  readonly withFees?: true
}

/** Columns that say what a line is, and what they say of lines that are no payments of a customer. */
const RULES: readonly Rule[] = [
  { columns: /^(reporting category|event type)$/, values: /^(payout|payout reversal|payout failure|transfer|topup)$/ },
  { columns: /^(type|transaction type|category)$/, values: /^(payouts?|payout failure|transfer)$/, withFees: true },
  {
    columns: /^((payment |transaction )?status)$/,
    values:
      /^(failed|cancell?ed|declined|voided|expired|incomplete|blocked|uncaptured|requires (payment method|action))$/,
  },
]

const SUM = /^((sub|grand )?totals?|sum|summe|saldo|balance|(opening|closing|ending) balance|solde)\b/

/** Whether a line is no payment: the processor's own payouts, and what failed. */
export function leftOut(columns: readonly string[]): (fields: readonly string[]) => boolean {
  const names = columns.map(plain)
  const isProcessors = names.some((name) => /^fees?$/.test(name)) && names.some((name) => /^net( total)?$/.test(name))
  const told = RULES.filter(({ withFees }) => isProcessors || !withFees).flatMap((rule) =>
    names.flatMap((name, place) => (rule.columns.test(name) ? [{ place, values: rule.values }] : [])),
  )
  return (fields) => told.some(({ place, values }) => values.test(plain(fields[place] ?? '')))
}

/** Whether a line without a date is the sum at the end, or the balance. */
export function isSum(fields: readonly string[], date: string): boolean {
  return SUM.test(plain(date)) || (date === '' && fields.some((field) => SUM.test(plain(field))))
}
