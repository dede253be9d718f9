import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import type { Encryption } from '../../electron/storage/kept-password.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { givenPassword, givePassword } from '../../electron/storage/server-password.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { makeExample } from './desks.ts'
import { ownServer } from './own-server.ts'
import { asSql, hasServer } from './server.ts'

const SECRET = 'horse-battery-staple'

/** A keychain whose words nobody reads without it. */
const keychain: Encryption = {
  encrypt: (text) => Buffer.from(text.split('').toReversed().join(''), 'utf16le'),
  decrypt: (bytes) => bytes.toString('utf16le').split('').toReversed().join(''),
}

/** Everything that stands in a folder, and in the folders of it. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? contentsOf(path) : [name, readFileSync(path, 'latin1')]
  })
}

describe.skipIf(!hasServer)('a server that asks for a password', { timeout: 180_000 }, () => {
  let address: string
  const server = ownServer(async (there, folder) => {
    asSql(there, 'postgres', `create role front login createrole password '${SECRET}'`)
    asSql(there, 'postgres', 'create database school owner front template template0')
    address = `postgres://front@127.0.0.1:${there.port}/school`
    const owner = join(folder, 'owner')
    leadToServer(owner, address)
    const database = await openDatabase(owner)
    await makeExample(database)
    await database.close()
    const rules = 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n'
    writeFileSync(join(there.data, 'pg_hba.conf'), rules)
    asSql(there, 'postgres', 'select pg_reload_conf()')
  })
  beforeEach(() => givePassword(address, null))

  async function withEnvironment<T>(password: string, work: () => Promise<T>): Promise<T> {
    process.env['PGPASSWORD'] = password
    try {
      return await work()
    } finally {
      delete process.env['PGPASSWORD']
    }
  }

  interface Opened {
    readonly application: Application
    readonly desk: string
    /** everything that was answered */
    readonly said: string[]
    send(call: string, input: unknown, session?: string | null): Promise<unknown>
  }

  async function open(desk: string, kept: Encryption | null = keychain): Promise<Opened> {
    leadToServer(desk, address)
    const application = await openApplication({ dataFolder: desk, keychain: kept })
    onTestFinished(() => application.close())
    const said: string[] = []
    const send: Opened['send'] = async (call, input, session = null) => {
      const reply = await application.dispatch({ call, input, session, commandId: null, attended: true })
      said.push(JSON.stringify(reply))
      return reply
    }
    return { application, desk, said, send }
  }

  it('has it asked for, and lets in with the right one; it is in no file, no answer and no report', async () => {
    const { application, desk, said, send } = await open(temporaryFolder())
    expect(await send('trouble.state', {})).toMatchObject({
      value: { trouble: { kind: 'server_login', login: { canKeep: true } } },
    })
    expect(await send('trouble.enter', { password: `${SECRET}-wrong`, keep: true })).toMatchObject({
      value: { opened: false, kept: false },
    })
    expect(givenPassword(address)).toBeUndefined()
    expect(await send('trouble.enter', { password: SECRET, keep: true })).toMatchObject({
      value: { opened: true, kept: true },
    })
    const signedIn = (await send('session.signInAs', { role: 'administrator' })) as { value: { token: string } }
    // In a thread, which connects for itself.
    expect(await send('reports.owed', { asOf: '2026-02-01' }, signedIn.value.token)).toMatchObject({ ok: true })
    await send('help.diagnostics', {})
    expect(await send('trouble.enter', { password: SECRET, keep: true })).toMatchObject({ ok: false })
    await application.close()
    for (const text of [...said, ...contentsOf(desk)]) expect(text).not.toContain(SECRET)
  })

  it('is entered without asking where it was kept, until the server has another one', async () => {
    const folderOfDesk = temporaryFolder()
    const first = await open(folderOfDesk)
    await first.send('trouble.enter', { password: SECRET, keep: true })
    await first.application.close()
    givePassword(address, null)
    const again = await open(folderOfDesk)
    expect(await again.send('trouble.state', {})).toMatchObject({ value: { trouble: null } })
    asSql(server, 'postgres', `alter role front password 'another one'`)
    onTestFinished(() => void asSql(server, 'postgres', `alter role front password '${SECRET}'`))
    asSql(
      server,
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'front' and datname = 'school'`,
    )
    const refused = await again.send('session.signInAs', { role: 'billing' })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'storage' } })
    // What stands on every screen offers to open it again, and that asks.
    const standing = { trouble: { kind: 'server_login' }, backups: null }
    expect(await again.send('backups.standing', {})).toMatchObject({ value: standing })
    expect(await again.send('trouble.state', {})).toMatchObject({ value: { trouble: { kind: 'server_login' } } })
    expect(await again.send('trouble.retry', {})).toMatchObject({ value: { opened: false } })
    expect(await again.send('trouble.enter', { password: 'another one', keep: false })).toMatchObject({
      value: { opened: true, kept: false },
    })
    await again.application.close()
    givePassword(address, null)
    const later = await open(folderOfDesk)
    expect(await later.send('trouble.state', {})).toMatchObject({ value: { trouble: { kind: 'server_login' } } })
  })

  it('is entered by PGPASSWORD without the keychain, and keeps nothing where there is none', async () => {
    await withEnvironment(SECRET, async () => {
      const asked = { ...keychain, decrypt: () => expect.fail('the keychain was asked') }
      const { application, send } = await open(temporaryFolder(), asked)
      expect(await send('trouble.state', {})).toMatchObject({ value: { trouble: null } })
      await application.close()
    })
    const { desk, send } = await open(temporaryFolder(), null)
    expect(await send('trouble.state', {})).toMatchObject({ value: { trouble: { login: { canKeep: false } } } })
    expect(await send('trouble.enter', { password: SECRET, keep: true })).toMatchObject({
      value: { opened: true, kept: false },
    })
    expect(readdirSync(desk)).not.toContain('server-password')
  })
})
