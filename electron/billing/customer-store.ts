import type { Selectable } from 'kysely'
import type { Customer } from '../../shared/contract/customers.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { CustomersTable } from '../storage/tables/school-tables.ts'
import { payerOfNumber, usualPayers } from './usual-payer-store.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'
import { say } from '../../shared/words/say.ts'

export interface CustomerWords {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address?: string | undefined
  /** number of the usual payer; '': nobody; undefined: as it was */
  readonly usualPayer?: string | undefined
}

export async function readCustomer(db: ReadDb, number: string): Promise<Customer | undefined> {
  const row = await db.selectFrom('customers').selectAll().where('number', '=', number).executeTakeFirst()
  return row && (await asCustomers(db, [row]))[0]
}

/** Rows as the contract has them. */
export async function asCustomers(
  db: ReadDb,
  rows: readonly Omit<Selectable<CustomersTable>, 'merged_into' | 'merged_on'>[],
): Promise<Customer[]> {
  const payers = await usualPayers(db, rows)
  return rows.map(({ id, number, name, email, phone, address, active }) => ({
    number,
    name,
    email,
    phone,
    address,
    active: active === 1,
    usualPayer: payers.get(id) ?? null,
  }))
}

/** Makes a customer; an empty number gets the next free one. Refused: already_exists. */
export async function createCustomer(
  db: WriteDb,
  by: Signature,
  { number: asked, name, email, phone, address = '', usualPayer = '' }: CustomerWords & { number: string },
): Promise<Outcome<Customer>> {
  const number = asked === '' ? await nextNumber(db) : asked
  if (await readCustomer(db, number)) {
    return refused('already_exists', say('customers.there_is_a_customer_with_the_number', { number }), {
      field: 'number',
      remedy: say('customers.give_another_number_or_leave_it_empty'),
    })
  }
  const payer = await payerOfNumber(db, usualPayer, number)
  if (!payer.ok) return payer
  const id = await nextId(db, 'customers')
  const row = { id, number, name, email, phone, address, active: 1, usual_payer: payer.value }
  await keepRecord(db, by, 'record_customer', number, [{ table: 'customers', rows: [row] }])
  return kept(db, row)
}

/**
 * Writes a customer's words, also where the Packages tab keeps the name to sort and search by.
 * Refused: not_found, invalid_input.
 */
export async function editCustomer(
  db: WriteDb,
  by: Signature,
  { number, name, email, phone, address, active, usualPayer }: CustomerWords & Pick<Customer, 'number' | 'active'>,
): Promise<Outcome<Customer>> {
  const before = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'email', 'phone', 'address', 'active', 'usual_payer'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!before)
    return refused('not_found', say('refused_calls.there_is_no_customer_number', { number }), { field: 'number' })
  const payer = usualPayer === undefined ? done(before.usual_payer) : await payerOfNumber(db, usualPayer, number)
  if (!payer.ok) return payer
  const words = { name, email, phone, address: address ?? before.address }
  const after = { ...before, ...words, active: active ? 1 : 0, usual_payer: payer.value }
  if (JSON.stringify(after) !== JSON.stringify(before))
    await keepRecord(db, by, 'record_customer', number, [{ table: 'customers', rows: [after] }])
  return kept(db, after)
}

async function kept(db: ReadDb, row: Parameters<typeof asCustomers>[1][number]): Promise<Outcome<Customer>> {
  const [customer] = await asCustomers(db, [row])
  if (!customer) throw new Error('a customer who was written is not there')
  return done(customer)
}

async function nextNumber(db: ReadDb): Promise<string> {
  const latest = await db.selectFrom('customers').select('number').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const [, prefix = 'C-', digits = '000'] = /^(.*?)(\d{1,12})$/.exec(latest?.number ?? '') ?? []
  for (let number = Number(digits) + 1; ; number++) {
    const text = `${prefix}${String(number).padStart(digits.length, '0')}`
    if (!(await readCustomer(db, text))) return text
  }
}
