import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkStatement } from '../../electron/statements/issued-store.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { emptySchool, temporaryFolder } from '../temporary-school.ts'

const OLD = join(import.meta.dirname, '..', 'fixtures', 'version-10.blocktime.gz')

/** A school that the version before the records wrote: edited, closed and reopened, corrected, a statement issued. */
async function oldSchool() {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'school.blocktime'), gunzipSync(readFileSync(OLD)))
  return { folder, database: await emptySchool(folder) }
}

describe('a school of the version before the records', () => {
  it('opens and verifies, and is taken over by one entry and one for its corrections', async () => {
    const { database } = await oldSchool()
    const verification = await verifySchool(database, null)
    expect(verification.checks.flatMap(({ findings }) => findings)).toEqual([])
    const entries = await database.read((db) =>
      db.selectFrom('entries').select(['number', 'action', 'document']).where('number', '>', 47).execute(),
    )
    expect(entries.map(({ number, action }) => `${number} ${action}`)).toEqual(['48 takeover', '49 takeover'])
    for (const { document } of entries) expect(document).not.toMatch(/Renamed|555|example\.com|late lesson/)
  })

  it('gives the statement again that it issued', async () => {
    const { database } = await oldSchool()
    const check = await database.read((db) => checkStatement(db, 'ST-1001', '47-F3A5-91B1-DFEE'))
    expect(check.outcome).toBe('valid')
  })

  it('is taken over once', async () => {
    const { folder, database } = await oldSchool()
    await database.close()
    const again = await emptySchool(folder)
    const { head } = await verifySchool(again, null)
    expect(head?.number).toBe(49)
  })
})
