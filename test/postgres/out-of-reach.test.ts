import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallReply } from '../../shared/contract/call.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { LastSeenWatch } from '../../electron/calls/watches/last-seen-watch.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { makeExample } from './desks.ts'
import { asSql, hasServer, newDatabase, startAgain, stopServer } from './server.ts'
import { ownServer } from './own-server.ts'
import { deskAt } from './temporary-server.ts'

const DEPOSIT = { date: null, note: '', basis: [], customer: 'C-001', amount: 100, method: 'cash', failed: false }
const USER = { username: 'new', name: 'New', role: 'front_desk', customer: null, active: true, dashboards: [] }
const LIST = { search: '', status: null, sort: 'customer', direction: 'ascending', after: null, limit: 50 }

describe.skipIf(!hasServer)('a server out of reach', { timeout: 180_000 }, () => {
  const server = ownServer()

  it('leaves the desk with the school as it last saw it, marked so; what needs the server is refused, until it is back', async () => {
    const own = await deskAt(newDatabase(server))
    await makeExample(own.database)
    const desk = temporaryFolder()
    leadToServer(desk, own.address)
    const threads = new ReadingThreads(desk)
    const watch = new LastSeenWatch({ database: own.database, threads, dataFolder: desk })
    expect(await watch.keep()).toBe(true)
    expect(await watch.keep()).toBe(false)
    expect(existsSync(join(desk, 'last-seen.blocktime'))).toBe(true)
    await threads.close()
    await own.database.close()
    stopServer(server, 'immediate')

    const application = await openApplication({ dataFolder: desk })
    onTestFinished(() => application.close())
    let commands = 0
    const send = (call: string, input: unknown, session: string | null = null): Promise<CallReply> =>
      application.dispatch({ call, input, session, commandId: `out-of-reach-${commands++}`, attended: true })
    expect(await send('trouble.state', {})).toMatchObject({ value: { trouble: null } })
    const signedIn = await send('session.signInAs', { role: 'administrator' })
    const { token } = (signedIn as unknown as { value: { token: string } }).value
    expect(await send('packages.list', LIST, token)).toMatchObject({ ok: true, value: { rows: expect.any(Array) } })
    expect(await send('backups.standing', {}, token)).toMatchObject({
      value: { trouble: null, outbox: { since: expect.any(String), asOf: expect.any(String), waiting: 0 } },
    })
    // The desk's own backups are listed, not those of the copy that is thrown away.
    expect(await send('backups.status', {}, token)).toMatchObject({ value: { folder: join(desk, 'backups') } })
    expect(await send('backups.list', { folder: null }, token)).toMatchObject({
      value: { folder: join(desk, 'backups') },
    })
    const isRefused = { ok: false, failure: { message: expect.stringContaining('This needs the server') } }
    expect(await send('users.create', USER, token)).toMatchObject(isRefused)
    expect(await send('backups.make', {}, token)).toMatchObject(isRefused)

    startAgain(server)
    const isBack = async () => (await send('changes.since', { entry: null }, token)) as { value?: { isCopy: boolean } }
    while ((await isBack()).value?.isCopy !== false) await wait(100)
    // Whoever was signed in stays so.
    expect(await send('accounts.deposit', DEPOSIT, token)).toMatchObject({ ok: true, value: { ref: 'DEP-2' } })
  })

  it('and one that a newer version has changed are looked at as they were', async () => {
    const own = await deskAt(newDatabase(server))
    await makeExample(own.database)
    const threads = new ReadingThreads(own.folder)
    await new LastSeenWatch({ database: own.database, threads, dataFolder: own.folder }).keep()
    await threads.close()
    await own.database.close()
    asSql(server, new URL(own.address).pathname.slice(1), 'update blocktime.writer set schema_version = 999')
    const application = await openApplication({ dataFolder: own.folder })
    onTestFinished(() => application.close())
    const send = (call: string) =>
      application.dispatch({ call, input: {}, session: null, commandId: `newer-${call}`, attended: true })
    expect(await send('trouble.state')).toMatchObject({ value: { trouble: { kind: 'newer', canRead: true } } })
    expect(await send('trouble.readOn')).toMatchObject({ value: { opened: true } })
  })

  it('that goes away while a desk works is said by each call, at once after the first, and the desk closes', async () => {
    const own = await deskAt(newDatabase(server))
    await makeExample(own.database)
    await own.database.close()
    const application = await openApplication({ dataFolder: own.folder, backups: true })
    const send = (call: string, input: unknown, session: string | null = null) =>
      application.dispatch({ call, input, session, commandId: null, attended: true })
    const signedIn = await send('session.signInAs', { role: 'billing' })
    const { token } = (signedIn as unknown as { value: { token: string } }).value
    stopServer(server, 'fast')
    onTestFinished(() => startAgain(server))
    const away = { ok: false, failure: { code: 'busy', message: expect.stringContaining('does not answer') } }
    expect(await send('packages.list', LIST, token)).toMatchObject(away)
    const began = performance.now()
    expect(await send('packages.list', LIST, token)).toMatchObject(away)
    expect(performance.now() - began).toBeLessThan(3_000)
    await application.close()
  })
})
