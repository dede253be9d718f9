import type { ReadDb } from '../../storage/database.ts'

/** Of what a school knows and keeps a history, by what people call it. */
const BY_NAME = {
  customers: (db: ReadDb, number: string) => db.selectFrom('customers').select('id').where('number', '=', number),
  catalogue: (db: ReadDb, code: string) => db.selectFrom('catalogue').select('id').where('code', '=', code),
  packages: (db: ReadDb, code: string) => db.selectFrom('packages').select('id').where('code', '=', code),
  users: (db: ReadDb, username: string) => db.selectFrom('users').select('id').where('username', '=', username),
} as const

/** The id of a customer, hour type or item, package or user; undefined where there is none of that name. */
export async function subjectOf(db: ReadDb, table: keyof typeof BY_NAME, name: string): Promise<number | undefined> {
  const row = await BY_NAME[table](db, name).executeTakeFirst()
  return row?.id
}
