import { spawn } from 'node:child_process'
import { existsSync, openSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { temporaryFolder } from '../temporary-school.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
const KESTREL = join(ROOT, 'test', 'fixtures', 'schools', 'kestrel')

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a process of its own; its reader may go after so many characters. */
function blocktime(words: readonly string[], readAtMost = Infinity, into: 'pipe' | number = 'pipe'): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'electron', 'cli.ts'), ...words], { stdio: ['pipe', into, 'pipe'] })
  let out = ''
  let err = ''
  child.stdout?.on('data', (part: Buffer) => {
    out += part.toString()
    if (out.length >= readAtMost) child.stdout?.destroy()
  })
  child.stderr?.on('data', (part: Buffer) => (err += part.toString()))
  return new Promise((done) => child.once('close', (status) => done({ status, out, err })))
}

describe('the command line', () => {
  it('makes nothing where it only reads', async () => {
    const folder = join(temporaryFolder(), 'nowhere')
    const noFolder = await blocktime(['--data', folder, 'import', join(folder, 'no-school')])
    expect(noFolder).toMatchObject({ status: 1, err: expect.stringContaining('is not a folder') })
    for (const command of [['balances'], ['history'], ['verify'], ['export', 'hledger', join(folder, 'x')]]) {
      const ran = await blocktime(['--data', folder, ...command])
      expect(ran, command[0]).toMatchObject({
        status: 1,
        out: '',
        err: expect.stringContaining('There is no school in'),
      })
    }
    expect(existsSync(folder)).toBe(false)
  }, 180_000)

  it('ends quietly where its reader goes, and never with a stack trace', async () => {
    const data = temporaryFolder()
    expect(await blocktime([`--data=${data}`, 'import', KESTREL])).toMatchObject({ status: 0 })
    const ran = await blocktime([`--data=${data}`, '--json', 'history'], 1)
    expect(ran.err).toBe('')
    if (existsSync('/dev/full')) {
      const full = await blocktime([`--data=${data}`, '--json', 'history'], Infinity, openSync('/dev/full', 'w'))
      expect(full).toMatchObject({ status: 1, err: expect.stringMatching(/^The output could not be written: .*\n$/) })
    }
    const broken = await blocktime([`--data=${data}`, 'statement', 'all', '--out', '/proc/self'])
    expect(broken).toMatchObject({ status: 1, err: expect.stringContaining('belongs to the system') })
  }, 180_000)

  it('gives an administrator who forgot a new password; it is shown ever after', async () => {
    const data = temporaryFolder()
    await blocktime(['--data', data, 'import', KESTREL])
    expect(await blocktime(['--data', data, 'reset-password', 'desk'])).toMatchObject({ status: 1 })
    const ran = await blocktime(['--data', data, '--json', 'reset-password', 'admin'])
    const { password } = JSON.parse(ran.out) as { password: string }
    const application = await openApplication({ dataFolder: data })
    const ask = async (call: string, input: unknown, session: string | null = null) =>
      application.dispatch({ call, input, session, commandId: null, attended: true })
    const signedIn = await ask('session.signIn', { username: 'admin', password })
    expect(signedIn).toMatchObject({ ok: true })
    const { token } = (signedIn as unknown as { value: { token: string } }).value
    expect(await ask('users.list', {}, token)).toMatchObject({ value: { resets: [{ username: 'admin' }] } })
    await application.close()
    expect(readdirSync(data).join()).not.toContain(password)
  }, 180_000)
})
