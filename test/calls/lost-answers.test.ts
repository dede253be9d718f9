import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { SentCommands } from '../../electron/calls/sent-commands.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { kestrelDesk } from './desk.ts'

/** No process has this number. */
const KILLED = 2 ** 31 - 1
const NOW = new Date('2026-02-01T12:00:00Z')
const DEPOSIT = { customer: 'C-001', amount: 100, method: 'card', failed: false, date: null, note: '', basis: [] }

const filesOf = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('commands-under-way'))

it('what a killed program worked on is asked after by whoever sent it, until it was', async () => {
  const folder = temporaryFolder()
  const first = await kestrelDesk(folder)
  const recorded = await first.signInAs('administrator')
  await first.send('accounts.deposit', DEPOSIT, recorded, 'recorded-one')
  const { id } = (await first.application.database.read((db) =>
    db.selectFrom('commands').select('user_id as id').where('id', '=', 'recorded-one').executeTakeFirstOrThrow(),
  )) as { id: number }
  await first.application.close()
  expect(filesOf(folder)).toEqual([])
  // As a kill leaves it: one recorded, one not, one answered, one cut off while it was written.
  const lines = [['recorded-one', id, 1], ['lost-one', id, 2], ['answered-one', id, 3], ['answered-one']]
  const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n["cut-`
  writeFileSync(join(folder, `commands-under-way.${KILLED}-0123456789ab`), text)

  const second = await kestrelDesk(folder)
  const session = await second.signInAs('administrator')
  const unanswered = async () => (await second.ask('commands.unanswered', {}, session)).commands
  const both = [
    { id: 'recorded-one', sentAt: 1 },
    { id: 'lost-one', sentAt: 2 },
  ]
  expect(await unanswered()).toEqual(both)
  expect(await second.ask('commands.unanswered', {}, await second.signInAs('front_desk'))).toEqual({ commands: [] })
  // Nobody asked: they are there after another restart, too.
  await second.application.close()
  const third = await kestrelDesk(folder)
  const again = await third.signInAs('administrator')
  expect((await third.ask('commands.unanswered', {}, again)).commands).toEqual(both)
  expect(await third.ask('commands.outcome', { id: 'recorded-one' }, again)).toMatchObject({ state: 'recorded' })
  expect(await third.ask('commands.outcome', { id: 'lost-one' }, again)).toMatchObject({ state: 'not_recorded' })
  expect((await third.ask('commands.unanswered', {}, again)).commands).toEqual([])
  await third.application.close()
  expect(filesOf(folder)).toEqual([])
})

it('a command is noted by its id and its user before it is worked on, for nobody else to read', () => {
  const folder = temporaryFolder()
  const sent = new SentCommands(folder)
  onTestFinished(() => sent.close())
  sent.begin('command-1', 7, NOW)
  const [name = ''] = filesOf(folder)
  expect(statSync(join(folder, name)).size).toBe(`["command-1",7,${NOW.getTime()}]\n`.length)
  if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  // Another one in this process leaves it alone: it is still worked on.
  const other = new SentCommands(folder)
  expect(other.lostOf(7)).toEqual([])
  other.close()
})

it('a left file that cannot be read holds no start up', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, `commands-under-way.${KILLED}-0123456789ab`))
  const desk = await kestrelDesk(folder)
  const session = await desk.signInAs('administrator')
  expect(await desk.ask('commands.unanswered', {}, session)).toEqual({ commands: [] })
  await desk.application.close()
  expect(filesOf(folder)).toEqual([])
})

it('a host that is closed while something is read says a sentence, and prints nothing', async () => {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  const printed = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  onTestFinished(() => printed.mockRestore())
  const read = desk.send('reports.owed', { asOf: '2026-01-31' }, session)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await desk.application.close()
  const reply = await read
  if (!reply.ok) expect(reply.failure).toMatchObject({ message: expect.stringMatching(/^Blocktime is being closed/) })
  expect(printed.mock.calls.map(([text]) => String(text)).join('')).toBe('')
})
