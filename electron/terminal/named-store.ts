import type { StatementOf } from '../../shared/contract/statements.ts'
import type { ReadDb } from '../storage/database.ts'

// What a person names on the command line, looked up.

/** The name of the school; undefined where the data folder is empty. */
export async function schoolName(db: ReadDb): Promise<string | undefined> {
  return (await db.selectFrom('school').select('name').executeTakeFirst())?.name
}

/** Whether there is a customer with this number. */
export async function isCustomer(db: ReadDb, number: string): Promise<boolean> {
  return (await db.selectFrom('customers').select('id').where('number', '=', number).executeTakeFirst()) !== undefined
}

/** The id of the administrator who was there first and still is; undefined where there is none. */
export async function firstAdministrator(db: ReadDb): Promise<number | undefined> {
  const user = await db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .orderBy('id')
    .executeTakeFirst()
  return user?.id
}

/** What a statement is about: the ref of a customer package, or the number of a customer. */
export async function statementAbout(db: ReadDb, words: string): Promise<StatementOf | undefined> {
  const pack = await db.selectFrom('customer_packages').select('ref').where('ref', '=', words).executeTakeFirst()
  if (pack) return { of: 'package', ref: words }
  return (await isCustomer(db, words)) ? { of: 'customer', number: words } : undefined
}

/** The refs of all customer packages, in the order of adding. @param byCustomer those of a customer beside each other */
export async function allPackageRefs(db: ReadDb, byCustomer: boolean): Promise<string[]> {
  const refs = db.selectFrom('customer_packages').select('ref')
  const rows = await (byCustomer ? refs.orderBy('customer_id') : refs).orderBy('id').execute()
  return rows.map(({ ref }) => ref)
}
