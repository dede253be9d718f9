import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forgetHeadOfEmptyLedger, keepHead, keptHead, replaceHead } from '../../electron/ledger/head-file.ts'
import { DATABASE_FILE } from '../../electron/storage/database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

describe("the chain's end that is kept outside the database", () => {
  it('follows the ledger', async () => {
    const folder = temporaryFolder()
    const database = await emptySchool(folder)
    await importFiles(database, kestrelFiles())
    await database.read((db) => keepHead(folder, db))
    expect(keptHead(folder)).toMatchObject({ number: 45 })
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

  it('is forgotten where a new, empty ledger lies in the folder', async () => {
    const folder = temporaryFolder()
    replaceHead(folder, { number: 7, hash: 'f'.repeat(64) })
    rmSync(join(folder, DATABASE_FILE), { force: true })
    const database = await emptySchool(folder)
    await database.read((db) => forgetHeadOfEmptyLedger(folder, db))
    expect(keptHead(folder)).toBeNull()
    expect(existsSync(join(folder, 'ledger-head.json'))).toBe(false)
  })
})
