import SqliteDatabase from 'better-sqlite3'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import { migrations } from '../../migrations/index.ts'
import { kestrelExpected, kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances } from '../model/engine.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'

const NOW = new Date('2026-02-01T12:00:00Z')
const EXPECTED = JSON.parse(kestrelExpected('balances')) as unknown
let commands = 0

function asker(application: Application) {
  return async <Name extends CallName>(call: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const commandId = `trouble-test-${(commands += 1)}`
    const reply = await application.dispatch({ call, input, session: null, commandId, attended: true })
    if (!reply.ok) throw new Error(`${call}: ${reply.failure.code} ${reply.failure.message}`)
    return reply.value as CallOutput<Name>
  }
}

async function opened(dataFolder: string, backups = false) {
  const application = await openApplication({ dataFolder, clock: () => NOW, backups })
  onTestFinished(() => application.close())
  return { application, ask: asker(application) }
}

const made = mkdtempSync(join(tmpdir(), 'blocktime-trouble-'))
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A closed school with a backup of it, which the end of its day's work makes. */
beforeAll(async () => {
  const application = await openApplication({ dataFolder: made, clock: () => NOW, backups: true })
  await importFiles(application.database, kestrelFiles())
  await application.close()
  expect(readdirSync(join(made, 'backups')).filter((name) => name.endsWith('.blocktime-backup')).length).toBe(1)
}, 120_000)

function schoolWithBackup(): { folder: string; file: string } {
  const folder = join(temporaryFolder(), 'data')
  cpSync(made, folder, { recursive: true })
  return { folder, file: join(folder, 'school.blocktime') }
}

/** Zeroes a page in the middle: the file opens, and part of it is gone. */
function damagePages(file: string): void {
  const bytes = readFileSync(file)
  for (let page = 8; page < 40; page++) bytes.fill(0xff, page * 4096, (page + 1) * 4096)
  writeFileSync(file, bytes)
}

const HARM: readonly (readonly [string, string, (school: { folder: string; file: string }) => void])[] = [
  ['damaged pages', 'damaged', ({ file }) => damagePages(file)],
  ['a file that was cut off', 'damaged', ({ file }) => truncateSync(file, 20_000)],
  ['a file of something else', 'damaged', ({ file }) => writeFileSync(file, 'this is a letter to the bank')],
  ['a missing file', 'missing', ({ file }) => rmSync(file)],
  ['an empty file', 'empty', ({ file }) => truncateSync(file, 0)],
  [
    'a file of another program',
    'foreign',
    ({ file }) => {
      rmSync(file)
      const raw = new SqliteDatabase(file)
      raw.exec('create table theirs (x)')
      raw.close()
    },
  ],
  [
    'lost triggers',
    'unprotected',
    ({ file }) => {
      const raw = new SqliteDatabase(file)
      raw.exec('drop trigger entries_refuse_update')
      raw.close()
    },
  ],
  [
    'a newer schema',
    'newer',
    ({ file }) => {
      const raw = new SqliteDatabase(file)
      raw.pragma(`user_version = ${migrations.length + 1}`)
      raw.close()
    },
  ],
]

describe('the start on trouble', () => {
  it.each(HARM)(
    '%s: says what is wrong, changes nothing, and a restore brings the school back',
    async (_, kind, harm) => {
      const school = schoolWithBackup()
      harm(school)
      const before = existsSync(school.file) ? readFileSync(school.file) : null
      const { application, ask } = await opened(school.folder)
      expect(await ask('start.state', {})).toMatchObject({ phase: 'trouble' })
      const { trouble } = await ask('trouble.state', {})
      expect(trouble).toMatchObject({ kind, canRestore: true, lastGood: { state: 'checked', entries: 53 } })
      expect(existsSync(school.file) ? readFileSync(school.file) : null).toEqual(before)
      await expect(ask('session.signIn', { username: 'a', password: 'b' })).rejects.toThrow(trouble!.message)
      const file = trouble!.lastGood!.file
      expect(await ask('trouble.look', { file })).toMatchObject({ school: 'Kestrel Flight Academy', brings: 0 })
      const { keptAside } = await ask('trouble.restore', { file, password: null })
      expect(await ask('start.state', {})).toMatchObject({ school: { name: 'Kestrel Flight Academy' } })
      expect(await engineBalances(application.database)).toEqual(EXPECTED)
      if (before) expect(readFileSync(keptAside!).length).toBeGreaterThan(0)
      else expect(keptAside).toBeNull()
      await expect(ask('trouble.restore', { file, password: null })).rejects.toThrow(/Nothing is wrong/)
    },
  )

  it('a data folder that is a file', async () => {
    const folder = join(temporaryFolder(), 'data')
    writeFileSync(folder, 'x')
    const { ask } = await opened(folder)
    expect(await ask('trouble.state', {})).toMatchObject({ trouble: { kind: 'no_folder', canRestore: false } })
  })

  it('an older file than was last seen: can be read, gone on with, or replaced by the backup', async () => {
    const { folder, file } = schoolWithBackup()
    const older = `${file}.copied`
    copyFileSync(file, older)
    const { application } = await opened(folder)
    await importFiles(application.database, { 'activity.csv': oneMore() })
    await application.close()
    copyFileSync(older, file)
    const { application: again, ask } = await opened(folder)
    expect((await ask('trouble.state', {})).trouble).toMatchObject({ kind: 'older', canRead: true, canGoOn: true })
    expect((await ask('trouble.state', {})).trouble?.message).toMatch(/ends with entry 53, and there were 54/)
    expect(await ask('trouble.readOn', {})).toEqual({ opened: true })
    await expect(ask('start.openDemonstration', {})).rejects.toThrow(/ends with entry 53/)
    expect(readFileSync(file).equals(readFileSync(older))).toBe(true)
    expect(await ask('trouble.goOn', {})).toEqual({ opened: true })
    const rows = await again.database.read((db) => db.selectFrom('audit_list').select('event').execute())
    expect(rows.map(({ event }) => event)).toContain('went on without missing entries')
    await again.close()
    expect((await (await opened(folder)).ask('trouble.state', {})).trouble).toBeNull()
  })

  it('a log that was lost is noticed', async () => {
    const { folder } = schoolWithBackup()
    const open = await opened(folder)
    await importFiles(open.application.database, { 'activity.csv': oneMore() })
    // What a kill leaves: the file, its log, and the log's index.
    const killed = join(temporaryFolder(), 'killed')
    cpSync(folder, killed, { recursive: true })
    rmSync(join(killed, 'school.blocktime-wal'))
    const { ask } = await opened(killed)
    expect((await ask('trouble.state', {})).trouble).toMatchObject({ kind: 'log_lost', canGoOn: true })
  })

  it('locked by another program: waits, says so, and opens once it is free', async () => {
    const { folder, file } = schoolWithBackup()
    const other = new SqliteDatabase(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('begin exclusive')
    other.exec("insert into packages (code, name, active) values ('X', 'X', 1)")
    const { ask } = await opened(folder)
    expect((await ask('trouble.state', {})).trouble).toMatchObject({ kind: 'locked', canRestore: false })
    other.close()
    expect(await ask('trouble.retry', {})).toEqual({ opened: true })
    expect((await ask('trouble.state', {})).trouble).toBeNull()
  }, 30_000)

  it('a folder that is moved away while it is open: nothing more is recorded, and it opens again once it is back', async () => {
    const { folder } = schoolWithBackup()
    const { application, ask } = await opened(folder)
    renameSync(folder, `${folder}-away`)
    await expect(
      application.database.write((db) =>
        db.insertInto('packages').values({ code: 'A', name: 'A', active: 1 }).execute(),
      ),
    ).rejects.toThrow(/moved/)
    expect((await ask('trouble.state', {})).trouble).toMatchObject({ kind: 'moved' })
    expect(await ask('trouble.retry', {})).toEqual({ opened: false })
    renameSync(`${folder}-away`, folder)
    expect(await ask('trouble.retry', {})).toEqual({ opened: true })
  })

  it('what a person has not done is never done: no backup, nothing offered but what is there', async () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    writeFileSync(join(folder, 'school.blocktime'), 'garbage that is no database file at all')
    const { ask } = await opened(folder)
    expect((await ask('trouble.state', {})).trouble).toMatchObject({ lastGood: null, canRead: false, canGoOn: false })
    await expect(ask('trouble.readOn', {})).rejects.toThrow(/does not help/)
    await expect(ask('trouble.goOn', {})).rejects.toThrow(/does not help/)
  })
})

/** One more deposit than the example school has. */
function oneMore(): string {
  const [head = '', ...rows] = (kestrelFiles()['activity.csv'] ?? '').split('\n')
  const deposit = rows.find((row) => row.includes('account_deposit') || row.includes('deposit'))
  if (deposit === undefined) throw new Error('the example school has no deposit')
  const columns = head.split(',')
  const cells = deposit.split(',')
  cells[columns.indexOf('ref')] = 'DEP-MORE'
  return `${head}\n${cells.join(',')}\n`
}
