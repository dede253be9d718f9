import SqliteDatabase from 'better-sqlite3'
import { closeSync, openSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openApplication } from '../../../electron/calls/application.ts'
import { kestrelFiles } from '../../fixtures/kestrel.ts'
import { importFiles, temporaryFolder } from '../../temporary-school.ts'

const PAGE = 4_096

/** A school whose file is too large to be looked at before it is opened. */
async function largeSchool(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder()
  const application = await openApplication({ dataFolder: folder })
  const { database } = application
  await importFiles(database, kestrelFiles())
  await application.close()
  const raw = new SqliteDatabase(database.file)
  raw.exec('create table filling (x)')
  raw.exec(
    'insert into filling with recursive n(i) as (select 1 union all select i + 1 from n where i < 13000) select zeroblob(4000) from n',
  )
  raw.close()
  return { folder, file: database.file }
}

it('a file that is too large for the start is looked at in a thread, and writing stops at the first damage', async () => {
  const { folder, file } = await largeSchool()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(PAGE, 0xff), 0, PAGE, 9_000 * PAGE)
  closeSync(handle)
  const application = await openApplication({ dataFolder: folder })
  onTestFinished(() => application.close())
  // It opens, and is read, while the thread looks.
  expect(
    (await application.dispatch({ call: 'start.state', input: {}, session: null, commandId: null, attended: true })).ok,
  ).toBe(true)
  while (application.database.trouble === null) await wait(10)
  expect(application.database.trouble).toMatchObject({ kind: 'damaged' })
  await expect(application.database.write(async () => 'written')).rejects.toThrow(/damaged/)
  const state = await application.dispatch({
    call: 'trouble.state',
    input: {},
    session: null,
    commandId: null,
    attended: true,
  })
  expect(state).toMatchObject({ value: { trouble: { kind: 'damaged', canRestore: true } } })
}, 60_000)

it('one that is whole goes on being written', async () => {
  const { folder } = await largeSchool()
  const application = await openApplication({ dataFolder: folder })
  onTestFinished(() => application.close())
  expect(application.database.isUnchecked()).toBe(true)
  expect(await application.database.isWhole()).toBe(true)
  expect(await application.database.write(async () => 'written')).toBe('written')
}, 60_000)
