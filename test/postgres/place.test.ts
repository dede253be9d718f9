import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import type { CallReply } from '../../shared/contract/call.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { dataPlace } from '../../electron/terminal/data-place.ts'
import { chosenServer, placeOf } from '../../electron/storage/desk-place.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer, serverOf } from '../../electron/storage/server-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { makeExample } from './desks.ts'
import { asSql, hasServer, newDatabase, runServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

interface Window {
  send(call: string, input: unknown, session?: string | null): Promise<CallReply>
  ask<Name extends CallName>(call: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  /** Signs in, and asks as that user from then on. */
  signIn(role?: string): Promise<void>
  close(): Promise<void>
}

let commands = 0

async function windowOn(home: string): Promise<Window> {
  const application = await openApplication({ dataFolder: home })
  onTestFinished(() => application.close())
  let token: string | null = null
  const send: Window['send'] = (call, input, session = token) =>
    application.dispatch({ call, input, session, commandId: `place-command-${(commands += 1)}`, attended: true })
  return {
    send,
    ask: async (call, input) => {
      const reply = await send(call, input)
      if (!reply.ok) throw new Error(`${call}: ${reply.failure.message}`)
      return reply.value as never
    },
    signIn: async (role = 'administrator') => {
      const reply = await send('session.signInAs', { role }, null)
      token = (reply as unknown as { value: { token: string } }).value.token
    },
    close: () => application.close(),
  }
}

function placeIn(address: string) {
  const { hostname, port, pathname, username } = new URL(address)
  return { host: hostname, port: Number(port), database: pathname.slice(1), user: username, certificate: '' }
}

/** A folder that holds the example school itself, on whatever engine the others are; closed. */
async function homeWithSchool(): Promise<string> {
  const home = temporaryFolder()
  const database = await openDatabase(home)
  await makeExample(database)
  await database.close()
  return home
}

const CHOICE = { password: null, keep: false, move: false }

describe.skipIf(!hasServer)('where the school lies', { timeout: 180_000 }, () => {
  it('stays where it is, with whoever is signed in, where a move does not come to its end', async () => {
    const window = await windowOn(await homeWithSchool())
    await window.signIn()
    const server = { host: '127.0.0.1', port: 1, database: 'school', user: 'nobody', certificate: '' }
    const reply = await window.send('place.choose', { server, ...CHOICE, move: true })
    expect(reply).toMatchObject({ ok: false, failure: { message: expect.stringContaining('does not answer') } })
    // Nobody is sent to the door without a word of what became of it.
    expect(await window.ask('place.state', {})).toMatchObject({ server: null })
    expect(await window.ask('customers.overview', { number: 'C-001' })).toMatchObject({ customer: { number: 'C-001' } })
  })

  it('is shown, and chosen for this start and the next; back in the folder its own school is as it was', async () => {
    const far = await deskAt()
    await makeExample(far.database)
    await far.database.write(async (db) => void (await db.updateTable('school').set({ name: 'Far' }).execute()))
    const home = temporaryFolder()
    const window = await windowOn(home)
    // A desk without a school: whoever sits at it leads it there.
    expect(await window.ask('trouble.place', {})).toMatchObject({ home, server: null, changeable: true })
    const server = placeIn(far.address)
    expect(await window.ask('trouble.lookAt', { server, password: null })).toMatchObject({
      school: 'Far',
      encrypted: false,
      version: expect.stringMatching(/^\d/),
    })
    expect(await window.ask('trouble.choosePlace', { server, ...CHOICE })).toEqual({ opened: true, keptAside: null })
    expect(await window.ask('start.state', {})).toMatchObject({ school: { name: 'Far' } })
    // And from now on only who may change settings.
    expect(await window.send('trouble.choosePlace', { server: null, ...CHOICE })).toMatchObject({ ok: false })
    expect(await window.send('place.choose', { server: null, ...CHOICE })).toMatchObject({ ok: false })
    await window.signIn('front_desk')
    expect(await window.send('place.choose', { server: null, ...CHOICE })).toMatchObject({
      failure: { code: 'not_permitted' },
    })
    await window.close()

    const again = await windowOn(home)
    await again.signIn()
    expect(await again.ask('place.state', {})).toEqual({
      home,
      server: { ...server, encrypted: false },
      changeable: true,
      holdsOwn: true,
      canKeep: false,
    })
    expect(await again.send('place.choose', { server, ...CHOICE })).toMatchObject({ failure: { code: 'wrong_state' } })
    // The command line follows, too.
    expect(serverOf(placeOf(dataPlace(home)))).toBe(far.address)
    expect(await again.ask('place.choose', { server: null, ...CHOICE })).toMatchObject({ opened: true })
    expect(await again.send('place.state', {})).toMatchObject({ failure: { code: 'not_signed_in' } })
    expect(await again.ask('start.state', {})).toMatchObject({ phase: 'first_start' })
    expect(existsSync(join(home, 'place.json'))).toBe(false)
  })

  it('is chosen only where a server is found that can be worked with', async () => {
    const window = await windowOn(await homeWithSchool())
    await window.signIn()
    const { port } = await runServer()
    const near = placeIn(`postgres://postgres@127.0.0.1:${port}/nowhere`)
    for (const [server, failure] of [
      [near, { code: 'storage', message: expect.stringContaining('has not the rights') }],
      [
        { ...near, port: 1 },
        { code: 'busy', message: expect.stringContaining('does not answer') },
      ],
      [
        { ...near, certificate: 'here.crt' },
        { code: 'invalid_input', field: 'certificate' },
      ],
      [
        { ...near, host: 'a@b' },
        { code: 'invalid_input', field: 'host' },
      ],
      [
        { ...near, host: 'a/b' },
        { code: 'invalid_input', field: 'host' },
      ],
      [
        { ...near, host: 'a:1' },
        { code: 'invalid_input', field: 'host' },
      ],
      [
        { ...near, database: 'a/b' },
        { code: 'invalid_input', field: 'host' },
      ],
    ] as const) {
      expect(await window.send('place.look', { server, password: null }), server.host).toMatchObject({ failure })
      expect(await window.send('place.choose', { server, ...CHOICE }), server.host).toMatchObject({ failure })
    }
    expect(await window.ask('place.state', {})).toMatchObject({ server: null })
  })

  it('moves: into an empty database, with what was settled beside it, and never onto another school', async () => {
    const home = await homeWithSchool()
    const window = await windowOn(home)
    await window.signIn()
    await window.ask('backups.configure', { folder: join(temporaryFolder(), 'copies'), password: null })
    const taken = await deskAt()
    await makeExample(taken.database)
    const { entry } = await window.ask('changes.since', { entry: null })
    expect(await window.send('place.choose', { server: placeIn(taken.address), ...CHOICE, move: true })).toMatchObject({
      failure: { code: 'wrong_state' },
    })
    const address = newDatabase(await runServer())
    const server = placeIn(address)
    expect(await window.ask('place.look', { server, password: null })).toMatchObject({ school: null, entries: 0 })
    const { opened, keptAside } = await window.ask('place.choose', { server, ...CHOICE, move: true })
    expect(opened).toBe(true)
    expect(keptAside).toMatch(/school\.blocktime\.moved-/)
    await window.signIn()
    expect(await window.ask('changes.since', { entry: null })).toMatchObject({ entry })
    expect(await window.ask('place.state', {})).toMatchObject({
      holdsOwn: false,
      server: { database: server.database },
    })
    const desk = placeOf(home)
    expect(readFileSync(join(desk, 'backups.json'), 'utf8')).toBe(readFileSync(join(home, 'backups.json'), 'utf8'))
    expect(asSql({ port: server.port }, server.database, 'select count(*) from blocktime.entries').trim()).not.toBe('0')
  })

  it('cannot be chosen where the start said it, and a broken choice is said and can be chosen anew', async () => {
    const far = await deskAt()
    await makeExample(far.database)
    const started = temporaryFolder()
    leadToServer(started, far.address)
    const window = await windowOn(started)
    await window.signIn()
    expect(await window.ask('place.state', {})).toMatchObject({ changeable: false })
    expect(await window.send('place.choose', { server: null, ...CHOICE })).toMatchObject({
      failure: { code: 'wrong_state' },
    })
    const home = await homeWithSchool()
    writeFileSync(join(home, 'place.json'), '{"server": "postgres://')
    expect(() => chosenServer(home)).toThrow(/place\.json .* does not lead to a school/)
    const broken = await windowOn(home)
    expect(await broken.ask('trouble.state', {})).toMatchObject({ trouble: { kind: 'server_address' } })
    expect(await broken.ask('trouble.choosePlace', { server: null, ...CHOICE })).toMatchObject({ opened: true })
    await broken.signIn()
    expect(readdirSync(home)).not.toContain('place.json')
  })
})
