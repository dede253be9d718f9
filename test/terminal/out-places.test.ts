import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backup } from '../../electron/terminal/backup-commands.ts'
import { exportCustomer, exportLedger, exportToFolder } from '../../electron/terminal/export-commands.ts'
import { statement } from '../../electron/terminal/statement-command.ts'
import { EXIT, type SchoolCommand, type Terminal } from '../../electron/terminal/terminal.ts'
import { exportHledger, HLEDGER_FIRST_LINE } from '../../electron/school/journal/export-hledger.ts'
import type { Database } from '../../electron/storage/database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

const form = { parts: exportHledger, firstLine: HLEDGER_FIRST_LINE }

/** Every command that writes something where a person says. */
const DOORS: Readonly<Record<string, (path: string) => SchoolCommand>> = {
  'export csv': (path) => exportToFolder(path),
  'export customer': (path) => exportCustomer('C-001', path),
  'export hledger': (path) => exportLedger(path, form),
  backup: (path) => backup(path),
  statement: (path) =>
    statement({ about: 'CP-1001', folder: path, asOf: null, from: null, short: false, drafts: false }),
  'statement all': (path) =>
    statement({ about: 'all', folder: path, asOf: null, from: null, short: false, drafts: false }),
}

async function school() {
  const database = await emptySchool()
  await importFiles(database, kestrelFiles())
  return database
}

async function run(database: Database, command: SchoolCommand) {
  let said = ''
  const terminal: Terminal = {
    dataFolder: dirname(database.file),
    json: false,
    out: (text) => (said += text),
    err: (text) => (said += text),
    now: () => new Date('2026-02-01T12:00:00Z'),
  }
  const status = await command(terminal, database)
  return { status, said }
}

const numbers = (database: Database) =>
  database.read((db) => db.selectFrom('statements').select('id').execute()).then((rows) => rows.length)

describe.each(Object.keys(DOORS))('%s writes into ordinary folders only', (name) => {
  const door = DOORS[name]!
  it.each(['/proc/self/fd/new', '/sys/kernel/new', '/dev/new', '/etc/new'])(
    'and not into %s: said in words, and soon',
    async (path) => {
      const began = performance.now()
      const { status, said } = await run(await school(), door(path))
      expect(status).toBe(EXIT.refused)
      expect(said).toContain('belongs to the system of this computer.')
      expect(performance.now() - began).toBeLessThan(5_000)
    },
  )

  it('nor among the school itself, nor by a link into the system', async () => {
    const database = await school()
    const inData = await run(database, door(join(dirname(database.file), 'out', 'new')))
    expect(inData.said).toContain('keeps the school itself')
    const link = join(temporaryFolder(), 'link')
    symlinkSync('/etc', link)
    expect((await run(database, door(join(link, 'new')))).said).toContain('belongs to the system')
    expect(await numbers(database)).toBe(0)
  })

  it('and does it in one', async () => {
    const database = await school()
    const path = join(temporaryFolder(), 'new')
    expect(await run(database, door(path))).toMatchObject({ status: EXIT.done })
    expect(existsSync(path)).toBe(true)
  })
})

describe('a file that is no ordinary one', () => {
  it.skipIf(process.platform === 'win32')('a pipe that nobody reads is refused and not waited for', async () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const { status, said } = await run(await school(), exportLedger(pipe, form))
    expect(status).toBe(EXIT.refused)
    expect(said).toContain('it is no ordinary file')
  })
})

describe('an export that fails', () => {
  it('leaves no empty file, and an earlier one as it was', async () => {
    const database = await school()
    const folder = temporaryFolder()
    const file = join(folder, 'ledger.journal')
    await run(database, exportLedger(file, form))
    const before = readFileSync(file)
    const broken = {
      ...form,
      parts: async function* () {
        yield '; begun\n'
        await Promise.reject(new Error('no such table'))
      },
    }
    expect((await run(database, exportLedger(file, broken))).said).toContain('cannot be written')
    expect((await run(database, exportLedger(join(folder, 'other.journal'), broken))).status).toBe(EXIT.refused)
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['ledger.journal'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('a folder that cannot take all of the school takes none of it', async () => {
    const database = await school()
    const folder = join(temporaryFolder(), 'school')
    mkdirSync(folder)
    const { writeFolder } = await import('../../electron/school/csv/folder-store.ts')
    const files = new Map([
      ['school.csv', 'a'],
      ['no/such/folder.csv', 'b'],
    ])
    expect(writeFolder(folder, files)).toMatchObject({ ok: false })
    expect(readdirSync(folder)).toEqual([])
    expect(writeFolder(join(folder, 'new'), files)).toMatchObject({ ok: false })
    expect(existsSync(join(folder, 'new'))).toBe(false)
    expect(await run(database, exportToFolder(folder))).toMatchObject({ status: EXIT.done })
  })
})

describe('a statement', () => {
  it('whose paper cannot be written gets no number', async () => {
    const database = await school()
    const folder = temporaryFolder()
    // Under the name that the paper would have stands a folder that is not empty.
    mkdirSync(join(folder, 'ST-1001_C-001_CP-1001.pdf'))
    writeFileSync(join(folder, 'ST-1001_C-001_CP-1001.pdf', 'x'), '')
    const { status, said } = await run(
      database,
      statement({ about: 'CP-1001', folder, asOf: null, from: null, short: false, drafts: false }),
    )
    expect(status).toBe(EXIT.refused)
    expect(said).toContain('cannot be written')
    expect(await numbers(database)).toBe(0)
    expect(readdirSync(folder)).toHaveLength(1)
  })
})

describe('statements of all', () => {
  const all = { about: 'all', asOf: null, from: null, short: true, drafts: true }

  it('come with drafts of e-mails and a list, and are not written among papers of another school', async () => {
    const database = await school()
    const folder = join(temporaryFolder(), 'papers')
    expect(await run(database, statement({ ...all, folder }))).toMatchObject({ status: EXIT.done })
    const names = readdirSync(folder)
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(await numbers(database))
    // One for each customer, whatever packages they have.
    const owners = await database.read((db) =>
      db.selectFrom('customer_packages').select('customer_id').distinct().execute(),
    )
    expect(names.filter((name) => name.endsWith('.eml'))).toHaveLength(owners.length)
    expect(names.filter((name) => name.endsWith('.csv'))).toHaveLength(1)

    const other = await school()
    const { status, said } = await run(other, statement({ ...all, folder }))
    expect(status).toBe(EXIT.refused)
    expect(said).toContain('a statement with a number that this school has not issued yet')
    expect(await numbers(other)).toBe(0)
    expect(readdirSync(folder)).toEqual(names)
  }, 60_000)
})
