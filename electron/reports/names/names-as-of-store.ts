import type { RecordTable } from '../../billing/records/record-tables.ts'
import type { ReadDb } from '../../storage/database.ts'
import { rowsAsOf, type PastRow } from './past-rows-store.ts'

/** Whose names a paper needs. */
export interface NamesWanted {
  /** ids */
  readonly customers?: readonly number[]
  readonly users?: readonly number[]
  /** ids of the catalogue's packages */
  readonly packages?: readonly number[]
  readonly codes?: readonly string[]
}

export interface CustomerNames {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address: string
}

/** How everything was called when an entry was recorded. */
export interface NamesAsOf {
  readonly school: { readonly name: string; readonly address: string }
  readonly customers: ReadonlyMap<number, CustomerNames>
  readonly users: ReadonlyMap<number, string>
  readonly packages: ReadonlyMap<number, string>
  readonly items: ReadonlyMap<string, string>
}

/**
 * Names as they were when an entry was recorded: papers keep what they said.
 * @param entry the number of the entry that a paper rests on; null: as they are now
 */
export async function namesAsOf(db: ReadDb, entry: number | null, wanted: NamesWanted): Promise<NamesAsOf> {
  const { customers = [], users = [], packages = [], codes = [] } = wanted
  const items = codes.length === 0 ? [] : await itemsNow(db, codes)
  const past = (table: RecordTable, ids: readonly number[]) => rowsAsOf(db, entry, table, ids)
  return {
    school: await schoolNames(db, await past('school', [])),
    customers: await customerNames(db, customers, await past('customers', customers)),
    users: named(await namesNow(db, 'users', users), await past('users', users)),
    packages: named(await namesNow(db, 'packages', packages), await past('packages', packages)),
    items: itemNames(
      items,
      await past(
        'catalogue',
        items.map(({ id }) => id),
      ),
    ),
  }
}

type PastRows = ReadonlyMap<string, PastRow>

async function schoolNames(db: ReadDb, past: PastRows): Promise<NamesAsOf['school']> {
  const now = await db.selectFrom('school').select(['name', 'address']).executeTakeFirstOrThrow()
  const then = past.get('')
  return then ? { name: textOf(then, 'name'), address: textOf(then, 'address') } : now
}

async function customerNames(db: ReadDb, ids: readonly number[], past: PastRows): Promise<NamesAsOf['customers']> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((now) => {
      const then: PastRow = past.get(String(now.id)) ?? { ...now }
      const names = { name: textOf(then, 'name'), email: textOf(then, 'email'), phone: textOf(then, 'phone') }
      return [now.id, { number: now.number, ...names, address: textOf(then, 'address') }]
    }),
  )
}

function itemsNow(db: ReadDb, codes: readonly string[]) {
  return db
    .selectFrom('catalogue')
    .select(['id', 'code', 'name'])
    .where('code', 'in', [...codes])
    .execute()
}

function itemNames(items: Awaited<ReturnType<typeof itemsNow>>, past: PastRows): NamesAsOf['items'] {
  const names = named(items, past)
  return new Map(items.map(({ id, code, name }) => [code, names.get(id) ?? name]))
}

async function namesNow(db: ReadDb, table: 'users' | 'packages', ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
}

function named(rows: readonly { readonly id: number; readonly name: string }[], past: PastRows) {
  return new Map(
    rows.map(({ id, name }) => {
      const then = past.get(String(id))
      return [id, then ? textOf(then, 'name') : name]
    }),
  )
}

/** A text of a row; nothing where a record of before had no such column. */
function textOf(row: PastRow, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}
