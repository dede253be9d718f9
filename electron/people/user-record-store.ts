import { keepRecord, type Signature } from '../billing/records/keep-record-store.ts'
import type { WriteDb } from '../storage/database.ts'

/** A user without secrets: those are no record. */
export interface UserRecord {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly role: string
  readonly customer_id: number | null
  readonly active: number
}

/**
 * Records a user as it is from now on.
 * @param students ids of all customers whose dashboards the user may open; null: nothing changes about them
 */
export async function keepUser(
  db: WriteDb,
  by: Signature,
  { id, username, name, role, customer_id, active }: UserRecord,
  students: readonly number[] | null,
): Promise<void> {
  const user = { table: 'users', rows: [{ id, username, name, role, customer_id, active }] } as const
  const access = {
    table: 'dashboard_access',
    rows: [...new Set(students)].map((customer) => ({ user_id: id, customer_id: customer })),
    instead: { column: 'user_id', values: [id] },
  } as const
  await keepRecord(db, by, 'record_user', username, students === null ? [user] : [user, access])
}
