import { plain } from './columns.ts'

/** Columns that say what a line is, and what they say of lines that are no payments of a customer. */
const RULES: readonly { readonly columns: RegExp; readonly values: RegExp }[] = [
  { columns: /^(reporting category|type|category|event type)$/, values: /^(payout|payouts|transfer|payout failure)$/ },
  { columns: /^(status|payment status)$/, values: /^(failed|canceled|cancelled|declined|voided|expired|incomplete)$/ },
]

/** Whether a line is no payment: the processor's own payouts, and what failed. */
export function leftOut(columns: readonly string[]): (fields: readonly string[]) => boolean {
  const told = RULES.flatMap(({ columns: names, values }) =>
    columns.flatMap((name, place) => (names.test(plain(name)) ? [{ place, values }] : [])),
  )
  return (fields) => told.some(({ place, values }) => values.test(plain(fields[place] ?? '')))
}
