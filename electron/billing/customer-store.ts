import type { Customer } from '../../shared/contract/customers.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'
import { say } from '../../shared/words/say.ts'

export interface CustomerWords {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address?: string | undefined
}

export async function readCustomer(db: ReadDb, number: string): Promise<Customer | undefined> {
  const row = await db.selectFrom('customers').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) return undefined
  const { name, email, phone, address } = row
  return { number, name, email, phone, address, active: row.active === 1 }
}

/** Makes a customer; an empty number gets the next free one. Refused: already_exists. */
export async function createCustomer(
  db: WriteDb,
  by: Signature,
  { number: asked, name, email, phone, address = '' }: CustomerWords & { number: string },
): Promise<Outcome<Customer>> {
  const number = asked === '' ? await nextNumber(db) : asked
  if (await readCustomer(db, number)) {
    return refused('already_exists', say('customers.there_is_a_customer_with_the_number', { number }), {
      field: 'number',
      remedy: say('customers.give_another_number_or_leave_it_empty'),
    })
  }
  const row = { id: await nextId(db, 'customers'), number, name, email, phone, address, active: 1 }
  await keepRecord(db, by, 'record_customer', number, [{ table: 'customers', rows: [row] }])
  return done({ number, name, email, phone, address, active: true })
}

/** Writes a customer's words, also where the Packages tab keeps the name to sort and search by. */
export async function editCustomer(db: WriteDb, by: Signature, customer: Customer): Promise<Customer> {
  const { number, name, email, phone, address } = customer
  const before = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'email', 'phone', 'address', 'active'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const after = { ...before, name, email, phone, address, active: customer.active ? 1 : 0 }
  if (JSON.stringify(after) !== JSON.stringify(before))
    await keepRecord(db, by, 'record_customer', number, [{ table: 'customers', rows: [after] }])
  return customer
}

async function nextNumber(db: ReadDb): Promise<string> {
  const latest = await db.selectFrom('customers').select('number').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const [, prefix = 'C-', digits = '000'] = /^(.*?)(\d{1,12})$/.exec(latest?.number ?? '') ?? []
  for (let number = Number(digits) + 1; ; number++) {
    const text = `${prefix}${String(number).padStart(digits.length, '0')}`
    if (!(await readCustomer(db, text))) return text
  }
}
