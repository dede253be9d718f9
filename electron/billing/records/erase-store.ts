import { z } from 'zod'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { forgetText } from '../../storage/forget-text.ts'
import { eraseReported } from './erase-reported-store.ts'
import { keepErasure, type Signature } from './keep-record-store.ts'
import { erasedTexts, readRecord, type RecordPart, type RecordRow } from './record-document.ts'
import { recordedTable, type RecordTable } from './record-tables.ts'

/** Shorter texts stand in others by chance. */
const SHORTEST_FORGOTTEN = 3
const textsSchema = z.array(z.string())

/** What erasing a former customer would take away. */
export interface Erasure {
  readonly number: string
  readonly name: string
  /** usernames of those who sign in as this customer */
  readonly users: readonly string[]
  /** texts that would be deleted, by entry and place */
  readonly texts: readonly (readonly [entry: number, place: number])[]
}

interface Person {
  readonly customers: readonly RecordRow[]
  readonly users: readonly RecordRow[]
}

/**
 * What erasing would take away. Refused: not_found; wrong_state where the customer is active or merged into another,
 * or where something is left, owed or open.
 */
export async function previewErasure(db: ReadDb, number: string): Promise<Outcome<Erasure>> {
  const former = await formerCustomer(db, number)
  if (!former.ok) return former
  const { name, person } = former.value
  return done({
    number,
    name,
    users: person.users.map(({ username }) => String(username)),
    texts: await textsOf(db, person),
  })
}

/**
 * Erases what a former customer's records say of the person: texts and salts are deleted, so that nothing is left of
 * them but commitments that tell nothing, and the chain still holds. Numbers, references and amounts stay.
 */
export async function eraseCustomer(db: WriteDb, by: Signature, number: string): Promise<Outcome<Erasure>> {
  const former = await formerCustomer(db, number)
  if (!former.ok) return former
  const { name, person } = former.value
  const texts = await textsOf(db, person)
  await keepErasure(
    db,
    by,
    number,
    [erasedPart('customers', person.customers), erasedPart('users', person.users)],
    texts,
  )
  const said = await deletedTexts(db, texts)
  const instead = say('records.former', { number })
  await forgetText(db, said, instead)
  await eraseReported(
    db,
    person.customers.map(({ id }) => Number(id)),
    said,
    instead,
  )
  return done({ number, name, users: person.users.map(({ username }) => String(username)), texts })
}

/** Deletes texts, and answers what they said, now and before; the longest first, of which others may be a part. */
async function deletedTexts(db: WriteDb, texts: Erasure['texts']): Promise<string[]> {
  const said: string[] = []
  for (const [entry, place] of texts) {
    const row = db.deleteFrom('texts').where('entry_number', '=', entry).where('place', '=', place).returning('text')
    const { text } = await row.executeTakeFirstOrThrow()
    said.push(...textsSchema.parse(JSON.parse(text)))
  }
  return [...new Set(said)]
    .filter((text) => text.length >= SHORTEST_FORGOTTEN)
    .toSorted((one, other) => other.length - one.length)
}

async function formerCustomer(db: ReadDb, number: string): Promise<Outcome<{ name: string; person: Person }>> {
  const customer = await db.selectFrom('customers').selectAll().where('number', '=', number).executeTakeFirst()
  if (!customer)
    return refused('not_found', say('records.no_customer', { number }), { remedy: say('records.not_there_remedy') })
  const reason = customer.merged_into !== null ? say('records.is_merged') : await stillThere(db, customer)
  if (reason) return refused('wrong_state', reason, { field: 'number', remedy: say('records.erase_later') })
  const others = await db.selectFrom('customers').selectAll().where('merged_into', '=', customer.id).execute()
  const customers = [customer, ...others]
  const users = await db
    .selectFrom('users')
    .select(['id', 'username', 'name', 'role', 'customer_id', 'active'])
    .where(
      'customer_id',
      'in',
      customers.map(({ id }) => id),
    )
    .execute()
  const rows = customers.map(({ id, number: own, active, name, email, phone, address }) => ({
    id,
    number: own,
    active,
    name,
    email,
    phone,
    address,
  }))
  return done({ name: customer.name, person: { customers: rows, users } })
}

/** Why a customer is not a former one; null where nothing is left. */
async function stillThere(db: ReadDb, { id, active }: { id: number; active: number }): Promise<string | null> {
  if (active === 1) return say('records.is_active')
  const account = await db
    .selectFrom('accounts as a')
    .innerJoin('account_balances as b', 'b.account_id', 'a.id')
    .select('b.amount')
    .where('a.owner', '=', id)
    .where('a.kind', '=', 'customer_account')
    .executeTakeFirst()
  if (account && account.amount !== 0) return say('records.has_account')
  const pack = await db
    .selectFrom('package_list')
    .select('customer_package_id')
    .where('customer_id', '=', id)
    .where((eb) => eb.or([eb('status', '=', 'active'), eb('funds', '!=', 0)]))
    .executeTakeFirst()
  if (pack) return say('records.has_package')
  const invoice = await db
    .selectFrom('invoices')
    .select('id')
    .where('customer_id', '=', id)
    .where('status', 'in', ['open', 'partially_paid'])
    .executeTakeFirst()
  return invoice ? say('records.has_invoice') : null
}

/** Every text of every record about a person. */
async function textsOf(db: ReadDb, { customers, users }: Person): Promise<[number, number][]> {
  const ids: Readonly<Partial<Record<RecordTable, ReadonlySet<unknown>>>> = {
    customers: new Set(customers.map(({ id }) => id)),
    users: new Set(users.map(({ id }) => id)),
  }
  const entries = await db
    .selectFrom('record_mentions as m')
    .innerJoin('entries as e', 'e.number', 'm.entry_number')
    .select(['e.number', 'e.document'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([
          eb('m.noun', '=', 'customer'),
          eb(
            'm.subject',
            'in',
            customers.map(({ id }) => String(id)),
          ),
        ]),
        eb.and([eb('m.noun', '=', 'user'), eb('m.subject', 'in', ['', ...users.map(({ id }) => String(id))])]),
      ]),
    )
    .execute()
  const found: [number, number][] = []
  for (const { number, document } of entries) {
    let place = 0
    const { parts } = readRecord(document, (at) => {
      place = at
      return undefined
    })
    let counted = 0
    for (const { table, rows } of parts) {
      if (recordedTable(table).texts.length === 0) continue
      for (const row of rows) {
        counted += 1
        if (counted <= place && ids[table]?.has(row['id'])) found.push([number, counted])
      }
    }
  }
  const held = await db.selectFrom('texts').select(['entry_number', 'place']).execute()
  const there = new Set(held.map((row) => `${row.entry_number} ${row.place}`))
  return found.filter(([entry, at]) => there.has(`${entry} ${at}`))
}

/** Rows as they are once their texts are gone. */
function erasedPart(table: RecordTable, rows: readonly RecordRow[]): RecordPart {
  const { texts } = recordedTable(table)
  return { table, rows: rows.map((row) => ({ ...row, ...erasedTexts(table, texts, row) })) }
}
