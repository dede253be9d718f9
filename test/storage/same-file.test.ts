import { renameSync, rmSync, copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool, temporaryFolder } from '../temporary-school.ts'

const add = (database: Database, code: string) =>
  database.write((db) => db.insertInto('packages').values({ code, name: code, active: 1 }).execute())

describe('the open file is the file in the folder', () => {
  beforeEach(({ skip }) => skip(onServer, notOnServer('there is no file')))

  it.each([
    ['deleted', (file: string) => rmSync(file)],
    ['moved away', (file: string) => renameSync(file, `${file}.moved`)],
    [
      'exchanged',
      (file: string) => {
        copyFileSync(file, `${file}.other`)
        renameSync(`${file}.other`, file)
      },
    ],
    ['left without its log', (file: string) => rmSync(`${file}-wal`)],
    ['moved with its folder', (file: string) => renameSync(dirname(file), `${dirname(file)}-moved`)],
  ])('a write into a file that was %s is not acknowledged, and none after it', async (_, harm) => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    const database = await emptySchool(folder)
    await add(database, 'A')
    harm(database.file)
    await expect(add(database, 'B')).rejects.toThrow(/deleted, moved or exchanged/)
    expect(database.trouble?.failure.code).toBe('damaged')
    await expect(add(database, 'C')).rejects.toThrow(/Nothing more is recorded/)
    expect(await database.read((db) => db.selectFrom('packages').select('code').execute())).toEqual([{ code: 'A' }])
  })

  it('one that is exchanged while a unit of work is under way is noticed before the answer', async () => {
    const database = await emptySchool()
    const writing = database.write(async (db) => {
      await db.insertInto('packages').values({ code: 'A', name: 'A', active: 1 }).execute()
      rmSync(database.file)
    })
    await expect(writing).rejects.toThrow(/deleted, moved or exchanged/)
  })
})
