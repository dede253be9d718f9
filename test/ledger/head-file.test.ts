import { describe, expect, it } from 'vitest'
import { insistOnLedger, keepHead, keptHead, replaceHead } from '../../electron/ledger/head-file.ts'
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
