import type { ReadDb } from '../storage/database.ts'

/** Whether a user was given access to the dashboard of a customer: an instructor to the own students. */
export async function mayOpenDashboard(db: ReadDb, userId: number, customerNumber: string): Promise<boolean> {
  const row = await db
    .selectFrom('dashboard_access as d')
    .innerJoin('customers as c', 'c.id', 'd.customer_id')
    .select('d.user_id')
    .where('d.user_id', '=', userId)
    .where('c.number', '=', customerNumber)
    .executeTakeFirst()
  return row !== undefined
}
