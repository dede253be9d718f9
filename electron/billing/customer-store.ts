import type { Customer } from '../../shared/contract/customers.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { indexWords } from '../storage/search-index.ts'
import { foldText } from '../storage/search-text.ts'

export interface CustomerWords {
  readonly name: string
  readonly email: string
  readonly phone: string
}

export async function readCustomer(db: ReadDb, number: string): Promise<Customer | undefined> {
  const row = await db.selectFrom('customers').selectAll().where('number', '=', number).executeTakeFirst()
  return row && { number: row.number, name: row.name, email: row.email, phone: row.phone, active: row.active === 1 }
}

/** Makes a customer; an empty number gets the next free one. Refused: already_exists. */
export async function createCustomer(
  db: WriteDb,
  { number: asked, name, email, phone }: CustomerWords & { number: string },
): Promise<Outcome<Customer>> {
  const number = asked === '' ? await nextNumber(db) : asked
  if (await readCustomer(db, number)) {
    return refused('already_exists', `There is a customer with the number ${number} already.`, {
      field: 'number',
      remedy: 'Give another number, or leave it empty.',
    })
  }
  await db.insertInto('customers').values({ number, name, email, phone, active: 1 }).execute()
  return done({ number, name, email, phone, active: true })
}

/** Writes a customer's words, and the name where the Packages tab keeps it to sort and search by. */
export async function editCustomer(db: WriteDb, customer: Customer): Promise<Customer> {
  const { number, name, email, phone, active } = customer
  await db
    .updateTable('customers')
    .set({ name, email, phone, active: active ? 1 : 0 })
    .where('number', '=', number)
    .execute()
  const packs = await db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'k.name', 'k.code'])
    .where('c.number', '=', number)
    .execute()
  for (const { id } of packs) {
    await db
      .updateTable('package_list')
      .set({ customer_sort: foldText(name) })
      .where('customer_package_id', '=', id)
      .execute()
  }
  await indexWords(
    db,
    packs.map((pack) => ({ id: pack.id, words: [name, number, pack.name, pack.code, pack.ref].join(' ') })),
  )
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
