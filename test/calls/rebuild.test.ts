import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { rebuildInThreads } from '../../electron/calls/areas/rebuild.ts'
import type { Database } from '../../electron/storage/database.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { changeBehind } from '../of-the-file.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const now = new Date('2026-02-01T08:00:00Z')

async function damagedSchool() {
  const database = await emptySchool()
  await importFiles(database, schoolFiles('harrier'))
  changeBehind(database, "update customers set name = 'Somebody Else'", 'delete from package_list')
  const threads = new ReadingThreads(dirname(database.file))
  onTestFinished(() => threads.close())
  return { database, threads }
}

const findings = async (database: Database) =>
  (await verifySchool(database, null)).checks.flatMap((check) => check.findings)

describe('a rebuild in threads', () => {
  it('makes anew what is wrong, says how far it is, and what is to be written meanwhile waits for it', async () => {
    const { database, threads } = await damagedSchool()
    const order: string[] = []
    let waiting: Promise<void> | undefined
    const rebuilt = await rebuildInThreads(database, threads, now, (percent) => {
      order.push(`${percent}%`)
      waiting ??= database.write(async (db) => {
        const rows = await db.selectFrom('package_list').select('customer_package_id').execute()
        order.push(rows.length > 0 ? 'written after it' : 'written before it')
      })
    })
    await waiting
    expect(order).toEqual(['0%', 'written after it'])
    expect(rebuilt.ok && rebuilt.value.mended.length).toBeGreaterThan(1)
    expect(await findings(database)).toEqual([])
  })

  it('leaves the old rows or the new ones, whole, where it is killed', async () => {
    const { database, threads } = await damagedSchool()
    const before = await findings(database)
    await expect(rebuildInThreads(database, threads, now, () => void threads.close())).rejects.toThrow(
      'is being closed',
    )
    expect([before, []]).toContainEqual(await findings(database))
    const others = new ReadingThreads(dirname(database.file))
    onTestFinished(() => others.close())
    const later = new Date(now.getTime() + 60_000)
    expect(await rebuildInThreads(database, others, later, () => undefined)).toMatchObject({ ok: true })
    expect(await findings(database)).toEqual([])
  })

  it('is refused where the ledger itself is damaged', async () => {
    const { database, threads } = await damagedSchool()
    changeBehind(database, "update entries set note = 'changed' where number = 2")
    const rebuilt = await rebuildInThreads(database, threads, now, () => undefined)
    expect(rebuilt).toMatchObject({ ok: false, failure: { code: 'damaged' } })
  })
})
