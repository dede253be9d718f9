import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { keepHead } from '../../electron/ledger/head-file.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { replaceOnServer } from '../../electron/storage/postgres/replace-school.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { signedInAt } from './desk-without.ts'
import { makeExample } from './desks.ts'
import { HEADER } from './school-without.ts'
import { asSql, hasServer, runServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

describe.skipIf(!hasServer)('a school that was put aside on a server', { timeout: 120_000 }, () => {
  it('is named at every desk, and is brought back as docs/several-desks.md says', async () => {
    const { database, address } = await deskAt()
    await makeExample(database)
    const backup = join(temporaryFolder(), 'backup')
    await database.copyTo(backup)
    await database.close()
    const opened = async () => {
      const desk = temporaryFolder()
      leadToServer(desk, address)
      const application = await openApplication({ dataFolder: desk })
      onTestFinished(() => application.close())
      return signedInAt(application)
    }
    const before = await opened()
    expect((await before.ask('backups.list', { folder: null })).onServer).toEqual([])
    expect(await before.ask('closings.expected', { days: { from: '2026-01-05', to: '2026-01-05' } })).toMatchObject({
      otherDesks: true,
    })
    const deposit = { ...HEADER, note: 'only in the one put aside', customer: 'C-001', amount: 100 } as const
    await before.ask('accounts.deposit', { ...deposit, method: 'cash', failed: false })
    const desk = temporaryFolder()
    leadToServer(desk, address)
    const seen = await openDatabase(desk)
    await seen.read((db) => keepHead(desk, db))
    await seen.close()
    await before.application.close()

    const named = await replaceOnServer(address, backup, new Date())
    const after = await opened()
    const { onServer } = await after.ask('backups.list', { folder: null })
    expect(onServer).toHaveLength(1)
    const [aside = ''] = onServer
    expect(named).toContain(aside)
    // A desk that has seen more than the backup has says so, and of what it speaks.
    const other = await openApplication({ dataFolder: desk })
    onTestFinished(() => other.close())
    const asked = { call: 'trouble.state', input: {}, session: null, commandId: null, attended: true }
    const message = expect.stringMatching(
      /^The school at postgres:.* 1 entry is missing\. An older backup was put in its/,
    )
    expect(await other.dispatch(asked)).toMatchObject({ value: { trouble: { kind: 'older', message } } })
    await after.application.close()

    const name = new URL(address).pathname.slice(1)
    asSql(
      await runServer(),
      name,
      `alter schema blocktime rename to tried; alter schema ${aside} rename to blocktime;
       grant usage on schema blocktime to blocktime_desk`,
    )
    const back = await openDatabase(desk)
    onTestFinished(() => back.close())
    const notes = await back.read((db) =>
      db.selectFrom('entries').select('note').where('note', '=', deposit.note).execute(),
    )
    expect(notes).toHaveLength(1)
    expect((await verifySchool(back, null)).checks.flatMap(({ findings }) => findings)).toEqual([])
  })
})
