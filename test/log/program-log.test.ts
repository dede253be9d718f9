import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { log, logBroken, logTail } from '../../electron/log/program-log.ts'
import { VERSION } from '../../shared/version.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { temporaryFolder } from '../temporary-school.ts'

const WORDS = 'Zqmarked'
/** A number that stands nowhere by chance. */
const AMOUNT = 918_273

function linesOf(folder: string): { event: string; [key: string]: unknown }[] {
  return logTail(folder, 10_000_000)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { event: string })
}

/** What a day at the desk does, with marked names, amounts, passwords and remarks in everything. */
async function markedDay(desk: Desk): Promise<void> {
  const session = await desk.signInAs('administrator')
  const customer = { number: 'C-090', name: WORDS, email: `${WORDS}@example.test`, phone: WORDS, address: WORDS }
  await desk.ask('customers.create', customer, session)
  const user = { username: WORDS, name: WORDS, role: 'customer' as const, customer: 'C-090', students: [] }
  await desk.ask('users.create', user, session)
  await desk.ask('users.setPassword', { username: WORDS, password: `${WORDS} secret` }, session)
  await desk.send('session.signIn', { username: WORDS, password: `${WORDS} wrong` })
  const said = { date: '2026-02-01', note: WORDS, basis: [] }
  const deposit = { ...said, customer: 'C-090', amount: AMOUNT, method: 'cash', failed: false }
  await desk.ask('accounts.deposit', deposit as never, session)
  await desk.send('accounts.withdraw', { ...deposit, amount: AMOUNT * 2 }, session)
  await desk.send('accounts.deposit', { ...deposit, customer: WORDS }, session)
  await desk.send(WORDS, { name: WORDS }, session)
  await desk.send('customers.erase', { number: 'C-090' }, session)
  await desk.ask('integrity.run', {}, session)
  await desk.ask('backups.make', {}, session)
}

describe('the log', () => {
  it('says what the program did and what was refused, and nothing of what people wrote', async () => {
    const desk = await kestrelDesk()
    await markedDay(desk)
    await desk.application.close()
    const text = logTail(desk.folder, 10_000_000)
    expect(text).not.toMatch(new RegExp(WORDS, 'i'))
    expect(text).not.toMatch(/918.?273|9.?182.?73|1.?836.?546/)
    expect(text).not.toMatch(/secret|kestrel|C-090/i)
    const lines = linesOf(desk.folder)
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['migrated', 'opened', 'call refused', 'verified', 'backup', 'closed']),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'call refused', call: 'session.signIn', code: 'wrong_credentials' }),
    )
    expect(lines).toContainEqual(expect.objectContaining({ event: 'call refused', call: null, code: 'not_found' }))
  })

  it('of an error has its kind and its places, not what it says', () => {
    const folder = temporaryFolder()
    logBroken(folder, new TypeError(`cannot read ${WORDS}\n    at ${WORDS} (elsewhere)`))
    const [line] = linesOf(folder)
    expect(line).toMatchObject({ event: 'broken', kind: 'TypeError' })
    expect(line?.['places']).toEqual(expect.arrayContaining([expect.stringMatching(/^program-log\.test\.ts:\d+:\d+$/)]))
    expect(JSON.stringify(line)).not.toContain(WORDS)
  })

  it('stays small, in a few files that are the person’s alone', () => {
    const folder = temporaryFolder()
    log(folder, { event: 'closed', ms: 0 })
    const place = join(folder, 'log')
    for (let round = 0; round < 8; round++) {
      writeFileSync(join(place, 'blocktime.log'), `${'x'.repeat(256_000)}\n`)
      log(folder, { event: 'closed', ms: round })
    }
    expect(readdirSync(place)).toHaveLength(5)
    expect(logTail(folder, 1_000)).toContain('"ms":7')
    if (process.platform === 'win32') return
    expect(statSync(place).mode & 0o777).toBe(0o700)
    expect(statSync(join(place, 'blocktime.log')).mode & 0o777).toBe(0o600)
  })

  it('makes no folder, and stops nothing where it cannot be written', () => {
    const folder = temporaryFolder()
    log(join(folder, 'nowhere'), { event: 'closed', ms: 0 })
    writeFileSync(join(folder, 'log'), 'a file in its place')
    log(folder, { event: 'closed', ms: 0 })
    expect(readdirSync(folder)).toEqual(['log'])
  })

  it('names the version that package.json has', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(VERSION).toBe(version)
  })
})
