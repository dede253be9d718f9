import { z } from 'zod'
import { amountText, cents } from '../../../shared/money.ts'
import { hundredths, quantityText } from '../../../shared/quantity.ts'
import { RECORD_ACTIONS } from '../../billing/records/record-actions.ts'
import type { ReadDb } from '../../storage/database.ts'

const ENTRIES_A_READING = 5_000

/** What an entry's document holds of its command. */
const documentSchema = z.object({
  given: z.object({
    customer: z.string().default(''),
    package: z.string().default(''),
    code: z.string().default(''),
    quantity: z.int().optional(),
    amount: z.int().optional(),
    method: z.string().default(''),
    status: z.string().default(''),
    to: z.string().default(''),
    /** customer package, code, quantity, note, an agreed amount */
    lines: z.array(z.tuple([z.string(), z.string(), z.int(), z.string(), z.int().optional()])).optional(),
  }),
})
type GivenOfEntry = z.output<typeof documentSchema>['given']

/** Every action in the order of recording, as rows of activity.csv. */
export async function exportActivity(db: ReadDb, minorDigits: number): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = []
  let last = 0
  for (;;) {
    const entries = await db
      .selectFrom('entries as e')
      .innerJoin('users as u', 'u.id', 'e.user_id')
      .select(['e.number', 'e.date', 'u.username as user', 'e.action', 'e.ref', 'e.note', 'e.document'])
      .where('e.number', '>', last)
      .where('e.action', 'not in', RECORD_ACTIONS)
      .orderBy('e.number')
      .limit(ENTRIES_A_READING)
      .execute()
    for (const { number, document, ...words } of entries) {
      last = number
      for (const cells of cellsOf(documentSchema.parse(JSON.parse(document)).given, minorDigits))
        rows.push({ ...words, ...cells })
    }
    if (entries.length < ENTRIES_A_READING) return rows
  }
}

function cellsOf(given: GivenOfEntry, minorDigits: number): Record<string, string>[] {
  if (given.lines) {
    return given.lines.map(([pack, code, quantity, note, amount]) => ({
      customer: given.customer,
      package: pack,
      code,
      quantity: quantityText(hundredths(quantity)),
      note,
      amount: amount === undefined ? '' : amountText(cents(amount), minorDigits),
    }))
  }
  const { customer, package: pack, code, method, status, to, quantity, amount } = given
  return [
    {
      customer,
      package: pack,
      code,
      method,
      status,
      to,
      quantity: quantity === undefined ? '' : quantityText(hundredths(quantity)),
      amount: amount === undefined ? '' : amountText(cents(amount), minorDigits),
    },
  ]
}
