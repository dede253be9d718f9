import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertClosing, insertReopening } from '../../electron/billing/closing-store.ts'
import { linkCorrection } from '../../electron/billing/invoice-store.ts'
import { writeLogo } from '../../electron/billing/policies-store.ts'
import { keepUser } from '../../electron/people/user-record-store.ts'
import { issueStatement } from '../../electron/statements/issued-store.ts'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { importFiles } from '../temporary-school.ts'

const BY = { userId: 1, now: new Date('2026-12-01T12:00:00Z') }
const DAY = businessDate('2026-11-30')
const NOTHING_COUNTED = { tenders: [], cash: { pieces: [], float: cents(0) }, note: 'quiet' }

/** A small school that has a row in every table of records and of everything that follows from actions. */
export async function everythingSchool(folder: string = mkdtempSync(join(tmpdir(), 'blocktime-tampering-'))): Promise<{
  readonly database: Database
  readonly folder: string
  close(): Promise<void>
}> {
  const database = await openDatabase(folder)
  await importFiles(database, schoolFiles('harrier'))
  await database.write(async (db) => {
    const invoices = await db.selectFrom('invoices').select('ref').orderBy('id').limit(2).execute()
    await linkCorrection(db, BY, invoices[1]?.ref ?? '', invoices[0]?.ref ?? '')
    const user = await db.selectFrom('users').selectAll().orderBy('id').limit(1).executeTakeFirstOrThrow()
    await keepUser(db, BY, user, [1, 2])
    await writeLogo(db, BY, null)
    const id = await insertClosing(db, { from: DAY, to: DAY }, NOTHING_COUNTED, BY)
    await insertReopening(db, id, 'a late lesson', BY)
    const pack = await db.selectFrom('customer_packages').select('ref').orderBy('id').limit(1).executeTakeFirstOrThrow()
    const about = { of: 'package', ref: pack.ref } as const
    const issued = await issueStatement(db, {
      choice: { about, asOf: null, from: null, inWords: false, notes: false, short: false },
      today: DAY,
      ...BY,
    })
    if (!issued.ok) throw new Error(issued.failure.message)
  })
  return {
    database,
    folder,
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
