import { describe, expect, it, vi } from 'vitest'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { BackupWatch } from '../../electron/calls/watches/backup-watch.ts'
import { insistOnLedger, keepHead, keptHead, replaceHead } from '../../electron/ledger/head-file.ts'
import { readHead } from '../../electron/ledger/head-store.ts'
import { kestrelDesk } from '../calls/desk.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

describe("the chain's end that is kept outside the database", () => {
  it('follows the ledger', async () => {
    const folder = temporaryFolder()
    const database = await emptySchool(folder)
    await importFiles(database, kestrelFiles())
    await database.read((db) => keepHead(folder, db))
    expect(keptHead(folder)).toMatchObject({ number: 53 })
  })

  it('stays where it is not in the chain any more, so that verify can tell', async () => {
    const folder = temporaryFolder()
    const database = await emptySchool(folder)
    await importFiles(database, kestrelFiles())
    const rewritten = { number: 7, hash: 'f'.repeat(64) }
    replaceHead(folder, rewritten)
    await database.read((db) => keepHead(folder, db))
    expect(keptHead(folder)).toEqual(rewritten)
  })

  it('tells that the data file is missing or empty, and stays', async () => {
    const folder = temporaryFolder()
    replaceHead(folder, { number: 7, hash: 'f'.repeat(64) })
    await expect(insistOnLedger(folder, null)).rejects.toThrow(/school with 7 entries.*is missing/)
    const database = await emptySchool(folder)
    await expect(database.read((db) => insistOnLedger(folder, db))).rejects.toThrow(/school with 7 entries.*is empty/)
    expect(keptHead(folder)).toMatchObject({ number: 7 })
    replaceHead(folder, null)
    await insistOnLedger(folder, null)
  })
})

it('is kept soon after each work, not only where the program is closed', async () => {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const deposit = { customer: 'C-001', amount: 100, method: 'card', failed: false, date: null, note: '', basis: [] }
  const { entry } = await desk.ask('accounts.deposit', deposit as never, session)
  await vi.waitFor(() => expect(keptHead(desk.folder)).toMatchObject({ number: entry }), { timeout: 10_000 })
})

it('is kept by the look whether a day has ended, where nothing was written through this program', async () => {
  const desk = await kestrelDesk()
  const { database } = desk.application
  const entry = await database.read(readHead)
  await desk.application.settled()
  replaceHead(desk.folder, null)
  const threads = new ReadingThreads(desk.folder)
  const watch = new BackupWatch({ database, threads, dataFolder: desk.folder, clock: () => new Date() })
  await watch.runIfDue()
  watch.stop()
  await threads.close()
  expect(keptHead(desk.folder)).toEqual(entry)
})
