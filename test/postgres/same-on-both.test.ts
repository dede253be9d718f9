import { describe, expect, it } from 'vitest'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { schoolHistory } from '../../electron/reports/packages/school-history.ts'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import { readHead } from '../../electron/ledger/head-store.ts'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { businessDate } from '../../shared/dates.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { folderOf, temporaryFolder } from '../temporary-school.ts'
import { hasServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
const TODAY = businessDate('2026-11-25')

function bringIn(database: Database, name: string) {
  return database.write((db) =>
    importSchool(db, folderOf(schoolFiles(name)), { userId: null, now: NOW }, () => undefined),
  )
}

/** Everything that leaves the program of a school, as text. */
async function everything(database: Database): Promise<Record<string, unknown>> {
  return database.read(async (db) => {
    const journal: string[] = []
    for await (const part of exportHledger(db)) journal.push(part)
    return {
      csv: Object.fromEntries(await exportCsv(db)),
      journal: journal.join(''),
      balances: await schoolBalances(db, { asOf: null, customer: null, today: TODAY }),
      history: await schoolHistory(db, null),
      entries: (await readHead(db))?.number,
    }
  })
}

describe.skipIf(!hasServer)('a school gives the same on a server and in a file', { timeout: 180_000 }, () => {
  it.each(['kestrel', 'harrier', 'wide-kwd'])('%s, to the letter', async (name) => {
    const { database } = await deskAt()
    const file = await openDatabase(temporaryFolder())
    expect(await bringIn(database, name)).toMatchObject({ outcome: 'imported' })
    await bringIn(file, name)
    expect(await everything(database)).toEqual(await everything(file))
    expect((await verifySchool(database, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
    await file.close()
  })

  it('and its backup is a file that opens, verifies and gives the same', async () => {
    const { database, folder } = await deskAt()
    await bringIn(database, 'kestrel')
    const copy = temporaryFolder()
    await database.copyTo(`${copy}/school.blocktime`)
    const file = await openDatabase(copy)
    expect(await everything(file)).toEqual(await everything(database))
    expect((await verifySchool(file, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
    const heads = await Promise.all([database, file].map((each) => each.read(readHead)))
    expect(heads[0]).toEqual(heads[1])
    expect(folder).not.toBe(copy)
    await file.close()
  })
})
