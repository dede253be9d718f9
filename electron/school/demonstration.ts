import type { WriteDb } from '../storage/database.ts'
export async function fillDemonstration(_db: WriteDb, _now: Date): Promise<void> {
  throw new Error('the demonstration school is being written')
}
