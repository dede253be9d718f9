import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import { keptOrder } from '../../electron/statements/batch-order.ts'
import { exportHledger, HLEDGER_FIRST_LINE } from '../../electron/school/journal/export-hledger.ts'
import { exportLedger, exportToFolder } from '../../electron/terminal/export-commands.ts'
import { backup } from '../../electron/terminal/backup-commands.ts'
import { statement } from '../../electron/terminal/statement-command.ts'
import { EXIT, type SchoolCommand } from '../../electron/terminal/terminal.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { kestrelDesk } from '../calls/desk.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { temporaryFolder } from '../temporary-school.ts'

/** A real disk of some kilobytes, which can be filled; null where nobody may mount one here. */
function smallDisk(kilobytes: number): string | null {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
  })
  return folder
}

/** Leaves so many bytes free. */
function fill(disk: string, leave: number): void {
  const { bavail, bsize } = statfsSync(disk)
  const bytes = Math.max(0, bavail * bsize - leave)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bytes))
}

const free = (disk: string) => rmSync(join(disk, 'filler'))

const NO_DISK = 'no disk can be mounted here: that takes root on Linux'

function run(application: Application, command: SchoolCommand) {
  let said = ''
  const { database } = application
  const keep = (text: string) => void (said += text)
  const terminal = { dataFolder: dirname(database.file), json: false, out: keep, err: keep, now: () => new Date() }
  return command(terminal, database).then((status) => ({ status, said }))
}

const DEPOSIT = { customer: 'C-001', amount: 100, method: 'card', failed: false, date: null, note: '', basis: [] }

async function deposits({ database }: Application): Promise<number> {
  const rows = await database.read((db) =>
    db.selectFrom('entries').select('number').where('action', '=', 'account_deposit').execute(),
  )
  return rows.length
}

describe('a full disk', () => {
  it('that the school lies on: nothing is half recorded, and it goes on once there is room', async ({ skip }) => {
    skip(onServer, notOnServer('its disk is another computer’s'))
    const disk = smallDisk(6_000)
    if (disk === null) return skip(NO_DISK)
    const school = await kestrelDesk(join(temporaryFolder(), 'made'))
    await school.application.close()
    cpSync(school.folder, join(disk, 'data'), { recursive: true })
    const application = await openApplication({ dataFolder: join(disk, 'data') })
    onTestFinished(() => application.close())
    const ask = async (call: string, input: object, session: string | null, id: string) =>
      application.dispatch({ call, input, session, commandId: id, attended: true })
    const signedIn = await ask('session.signInAs', { role: 'administrator' }, null, 'sign-in-1')
    const { token } = (signedIn as unknown as { value: { token: string } }).value
    const before = await deposits(application)
    fill(disk, 4_096)
    const said: string[] = []
    let recorded = 0
    for (let at = 0; at < 40; at++) {
      const reply = await ask('accounts.deposit', { ...DEPOSIT, note: 'x'.repeat(900) }, token, `deposit-${at}`)
      if (reply.ok) recorded += 1
      else said.push(reply.failure.message)
    }
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said)).toEqual(new Set(['The disk is full; nothing of this action was recorded.']))
    free(disk)
    expect(await ask('accounts.deposit', DEPOSIT, token, 'deposit-after')).toMatchObject({ ok: true })
    expect(await deposits(application)).toBe(before + recorded + 1)
    expect((await verifySchool(application.database, null)).ok).toBe(true)
  }, 120_000)

  it.for([
    ['export csv', (path: string) => exportToFolder(path)],
    ['export hledger', (path: string) => exportLedger(path, { parts: exportHledger, firstLine: HLEDGER_FIRST_LINE })],
    ['backup', (path: string) => backup(path)],
    [
      'statement',
      (path: string) =>
        statement({ about: 'CP-1001', folder: path, asOf: null, from: null, short: false, drafts: false }),
    ],
  ] as const)(
    'that %s goes to: said in words, and nothing is left on it',
    { timeout: 120_000 },
    async ([, command], { skip }) => {
      const disk = smallDisk(1_000)
      if (disk === null) return skip(NO_DISK)
      const desk = await kestrelDesk()
      fill(disk, 8_192)
      const path = join(disk, 'out')
      const { status, said } = await run(desk.application, command(path))
      expect(status).toBe(EXIT.refused)
      expect(said.toLowerCase()).toContain('full')
      const left = (folder: string): string[] =>
        readdirSync(folder).flatMap((name) => {
          const own = join(folder, name)
          return statSync(own).isDirectory() ? left(own) : [name]
        })
      expect(left(disk)).toEqual(['filler'])
      const numbers = await desk.application.database.read((db) => db.selectFrom('statements').select('id').execute())
      expect(numbers).toEqual([])
      free(disk)
      expect(await run(desk.application, command(path))).toMatchObject({ status: EXIT.done })
    },
  )

  it('that statements of many go to: which papers are missing is said, and they are made', async ({ skip }) => {
    const disk = smallDisk(2_000)
    if (disk === null) return skip(NO_DISK)
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const folder = join(disk, 'statements')
    mkdirSync(folder)
    fill(disk, 60_000)
    const order = {
      search: '',
      status: null,
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      form: 'folder' as const,
    }
    await desk.ask('statements.startBatch', { ...order, folder }, session)
    const ended = () =>
      vi.waitUntil(
        async () => {
          const { progress } = await desk.ask('statements.batch', {}, session)
          return progress?.state === 'running' ? undefined : progress
        },
        { timeout: 60_000 },
      )
    const stopped = await ended()
    expect(stopped).toMatchObject({ state: 'broken_off', problem: expect.stringMatching(/full|ENOSPC|space/i) })
    expect(stopped!.missing).toBeGreaterThan(0)
    expect(stopped!.papers).toHaveLength(stopped!.missing)
    expect(stopped!.papers[0]).toMatchObject({
      number: expect.stringMatching(/^ST-\d+$/),
      customer: expect.any(String),
    })
    free(disk)
    await desk.ask('statements.resumeBatch', {}, session)
    expect(await ended()).toMatchObject({ state: 'finished' })
    const numbers = await desk.application.database.read((db) => db.selectFrom('statements').select('id').execute())
    const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    expect(papers).toHaveLength(numbers.length)
    expect(papers.every((name) => statSync(join(folder, name)).size > 1_000)).toBe(true)
    expect(keptOrder(desk.folder)).toBeNull()
    expect(existsSync(join(folder, 'filler'))).toBe(false)
  }, 120_000)
})
