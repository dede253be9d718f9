import SqliteDatabase from 'better-sqlite3'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { notOnServer, onServer } from '../of-the-file.ts'
import { emptySchool } from '../temporary-school.ts'

const WHY = 'it locks the file'

it('a file in which another program writes is waited for without holding this process up', async ({ skip }) => {
  skip(onServer, notOnServer(WHY))
  const database = await emptySchool()
  const other = new SqliteDatabase(database.file)
  other.exec('begin immediate')
  const written = database.write(async () => 'written')
  // Whoever reads, or is refused, is answered meanwhile.
  expect(await database.read(async () => 'read')).toBe('read')
  await wait(20)
  other.exec('commit')
  other.close()
  expect(await written).toBe('written')
})

it('a unit of work has the file to itself from its beginning, not only from its first row', async ({ skip }) => {
  skip(onServer, notOnServer(WHY))
  const database = await emptySchool()
  const other = new SqliteDatabase(database.file, { timeout: 0 })
  await database.write(async () => {
    expect(() => other.exec('begin immediate')).toThrow('database is locked')
  })
  other.exec('begin immediate')
  other.exec('rollback')
  other.close()
})
