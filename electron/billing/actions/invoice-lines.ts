import { z } from 'zod'
import { enteredCents, enteredHundredths } from '../../../shared/contract/action-values.ts'
import { refSchema } from '../../../shared/contract/values.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import type { Field } from './fields.ts'

/** A line of an invoice as a person or a file asks for it. */
export interface InvoiceLineSaid {
  /** ref of a customer package; empty or null: the standard rate */
  readonly package: string | null
  readonly code: string
  readonly quantity: Hundredths
  readonly note: string
  /** an agreed amount, tax included, at the standard rate only; null: the rate's */
  readonly amount?: Cents | null
}

const lineSchema = z.object({
  package: refSchema.nullable(),
  code: refSchema,
  quantity: enteredHundredths,
  note: z.string().max(2_000),
  amount: enteredCents.nullable().default(null),
})

/** The lines: rows of activity.csv that follow each other with the same ref are one invoice. */
export const lines: Field<readonly InvoiceLineSaid[]> = {
  columns: ['package', 'code', 'quantity', 'amount'],
  schema: z.array(lineSchema).min(1, say('refusals.invoiceWithoutLinesRemedy')).max(200) as unknown as z.ZodType<
    readonly InvoiceLineSaid[]
  >,
  read: (cells, minorDigits) => [
    {
      package: cells.text('package'),
      code: cells.needed('code'),
      quantity: cells.quantity('quantity'),
      note: cells.text('note'),
      amount: cells.optionalAmount('amount', minorDigits),
    },
  ],
  kept: (said) => [
    [
      'lines',
      said.map(({ package: from, code, quantity, note, amount }) => [
        from ?? '',
        code,
        quantity,
        note,
        ...(amount === null || amount === undefined ? [] : [amount]),
      ]),
    ],
  ],
  said: (kept) =>
    (kept['lines'] as [string, string, number, string, number?][]).map(([from, code, quantity, note, amount]) => ({
      package: from,
      code,
      quantity: hundredths(quantity),
      note,
      amount: amount === undefined ? null : cents(amount),
    })),
}
