import type { Customer } from '../../shared/contract/customers.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { ReadDb } from '../storage/database.ts'

type Payer = NonNullable<Customer['usualPayer']>

/** As a row of `customers` has it. */
interface PaidFor {
  readonly id: number
  readonly usual_payer: number | null
}

/**
 * Who usually pays for some customers, by the id of the customer: of a payer who was merged the one to whom the records
 * belong now, and nobody where that is the customer.
 */
export async function usualPayers(db: ReadDb, customers: readonly PaidFor[]): Promise<ReadonlyMap<number, Payer>> {
  const payers = new Map<number, Payer>()
  for (const { id, usual_payer: first } of customers) {
    if (first === null) continue
    const payer = await belongingNow(db, first)
    if (payer.id !== id) payers.set(id, { number: payer.number, name: payer.name })
  }
  return payers
}

/** Who usually pays for the customer of a number; null: nobody else. */
export async function usualPayerOf(db: ReadDb, customer: string): Promise<Payer | null> {
  const row = await db
    .selectFrom('customers')
    .select(['id', 'usual_payer'])
    .where('number', '=', customer)
    .executeTakeFirstOrThrow()
  return (await usualPayers(db, [row])).get(row.id) ?? null
}

/** The id of the payer of a number; null: nobody. Refused: not_found, invalid_input. */
export async function payerOfNumber(db: ReadDb, number: string, customer: string): Promise<Outcome<number | null>> {
  if (number === '') return done(null)
  const row = await db.selectFrom('customers').select('id').where('number', '=', number).executeTakeFirst()
  if (!row)
    return refused('not_found', say('refused_calls.there_is_no_customer_number', { number }), { field: 'usualPayer' })
  const payer = await belongingNow(db, row.id)
  if (payer.number !== customer) return done(payer.id)
  return refused('invalid_input', say('customers.pays_already'), {
    field: 'usualPayer',
    remedy: say('customers.pays_already_remedy'),
  })
}

async function belongingNow(db: ReadDb, id: number): Promise<Payer & { readonly id: number }> {
  const row = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'merged_into'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.merged_into === null ? row : belongingNow(db, row.merged_into)
}
