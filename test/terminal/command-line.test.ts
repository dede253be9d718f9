import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../electron/storage/sqlite/files.ts'
import { kestrelExpected } from '../fixtures/kestrel.ts'
import { temporaryFolder } from '../temporary-school.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
const KESTREL = join(ROOT, 'test', 'fixtures', 'schools', 'kestrel')

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a process of its own, as a person or another program does. */
function blocktime(...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'electron', 'cli.ts'), ...words])
  let out = ''
  let err = ''
  child.stdout.on('data', (part) => (out += part))
  child.stderr.on('data', (part) => (err += part))
  return new Promise((done) => child.once('close', (status) => done({ status, out, err })))
}

async function kestrelFolder(): Promise<string> {
  const data = temporaryFolder()
  expect(await blocktime('--data', data, 'import', KESTREL)).toMatchObject({ status: 0 })
  return data
}

describe('the command line', () => {
  it('imports the example school and prints exactly its three expected documents', async () => {
    const data = await kestrelFolder()
    for (const [words, name] of [
      [['balances'], 'balances'],
      [['history'], 'history'],
      [['balances', '--as-of', '2026-01-16'], 'as-of-2026-01-16'],
    ] as const) {
      const { status, out, err } = await blocktime('--data', data, '--json', ...words)
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(JSON.parse(out)).toEqual(JSON.parse(kestrelExpected(name)))
    }
    expect(await blocktime('--data', data, 'verify')).toMatchObject({ status: 0 })
  })

  it('writes everything that is held of one customer into a folder of its own', async () => {
    const data = await kestrelFolder()
    const out = join(temporaryFolder(), 'out')
    const written = await blocktime('--data', data, '--json', 'export', 'customer', 'C-001', out)
    expect(JSON.parse(written.out)).toEqual({ folder: out, files: ['what-is-held.txt', 'what-is-held.json'] })
    expect(JSON.parse(readFileSync(join(out, 'what-is-held.json'), 'utf8'))).toMatchObject({ customer: 'C-001' })
    expect(await blocktime('--data', data, 'export', 'customer', 'C-001', out)).toMatchObject({ status: 1 })
    expect(await blocktime('--data', data, 'export', 'customer', 'C-404', `${out}-2`)).toMatchObject({ status: 1 })
  })

  it('wrong usage is status 2 and prints no document', async () => {
    const wrong = [
      ['balances', '--as-of', '2026-02-30'],
      ['nonsense'],
      ['--data', '', 'balances'],
      ['import'],
      ['balances', '--as-of', '2026-01-01', '--as-of', '2026-01-02'],
      ['statement', 'C-001', '--out', 'x', '--drafts'],
    ]
    for (const words of wrong) {
      const { status, out } = await blocktime('--data', temporaryFolder(), ...words)
      expect({ words, status, out }).toEqual({ words, status: 2, out: '' })
    }
  })

  it.each([
    ['--data', 'postgres://lee:horse@127.0.0.1/school', 'verify'],
    ['--data=postgres://lee:horse@127.0.0.1/school', 'demo'],
    ['--data', 'https://lee:horse@school.example/'],
    ['--data', 'postgres://lee@school.example/school?password=horse', 'demo'],
    ['--data', 'postgres://lee@school.example/school?sslmode=horse', 'demo'],
    ['--data', 'postgres://lee@school.example', 'demo'],
  ])(
    'an address that cannot be taken is no data folder, and a password in it is not repeated: %s %s',
    async (...words) => {
      const { status, out, err } = await blocktime(...words)
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toMatch(/^(This is no address|The address holds a password|The address ends with something)/)
      expect(err).not.toContain('horse')
      expect(existsSync(resolve('postgres:')) || existsSync(resolve('https:'))).toBe(false)
    },
  )

  it('a refused input is status 1 with its errors as one document', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'customers.csv'), 'number,name\nC-1,Ann\n,Nobody\n')
    const { status, out } = await blocktime('--data', temporaryFolder(), '--json', 'import', folder)
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ errors: [{ file: 'customers.csv', row: 3 }] })
  })
})

describe('statements', () => {
  it('name what no font can write before anything is issued, also in an address', async () => {
    const school = temporaryFolder()
    cpSync(KESTREL, school, { recursive: true })
    const customers = readFileSync(join(KESTREL, 'customers.csv'), 'utf8').split('\n')
    const [head, first, ...rest] = customers.filter((line) => line !== '')
    expect(head).toBe('number,name,email,phone')
    const addressed = [`${head},address`, `${first},Hangar ᚠ`, ...rest.map((line) => `${line},`)]
    writeFileSync(join(school, 'customers.csv'), `${addressed.join('\n')}\n`)
    const data = temporaryFolder()
    expect(await blocktime('--data', data, 'import', school)).toMatchObject({ status: 0 })
    for (const about of ['all', 'C-001']) {
      const out = join(temporaryFolder(), 'out')
      const { status, err } = await blocktime('--data', data, 'statement', about, '--out', out)
      expect({ status, err }).toEqual({ status: 0, err: expect.stringMatching(/^No font can write [^\n]*ᚠ/) })
    }
  })
})

describe('a folder that holds no school', () => {
  it.each([
    ['verify'],
    ['balances'],
    ['history'],
    ['outbox'],
    ['rebuild'],
    ['backup', 'x.backup'],
    ['export', 'csv', 'x'],
    ['export', 'journal', 'x'],
    ['statement', 'all', '--out', 'x'],
  ])('%s says so, and makes nothing', async (...words) => {
    const data = join(temporaryFolder(), 'mistyped')
    const { status, err } = await blocktime('--data', data, ...words)
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining('There is no school in') })
    expect(existsSync(data)).toBe(false)
  })
})

describe('nothing that is there is lost', () => {
  it('an export replaces an earlier one of its kind and no other file, the data least of all', async () => {
    const data = await kestrelFolder()
    const out = temporaryFolder()
    for (const form of ['hledger', 'journal']) {
      const file = join(out, `ledger.${form}`)
      expect(await blocktime('--data', data, 'export', form, file)).toMatchObject({ status: 0 })
      const first = readFileSync(file, 'utf8')
      expect(await blocktime('--data', data, 'export', form, file)).toMatchObject({ status: 0 })
      expect(readFileSync(file, 'utf8')).toBe(first)
      const notes = join(out, 'notes.txt')
      writeFileSync(notes, 'call Amelia')
      const others = [
        [notes, 'a file of that name'],
        [join(data, form === 'hledger' ? DATABASE_FILE : 'ledger-head.json'), 'keeps the school itself'],
      ] as const
      for (const [other, why] of others) {
        const before = readFileSync(other)
        const refused = await blocktime('--data', data, 'export', form, other)
        expect(refused).toMatchObject({ status: 1, err: expect.stringContaining(why) })
        expect(readFileSync(other).equals(before)).toBe(true)
      }
    }
  })

  it('a data file that is missing or empty beside the kept end of its ledger is no new school', async () => {
    const data = await kestrelFolder()
    const file = join(data, DATABASE_FILE)
    rmSync(file)
    expect(await blocktime('--data', data, 'balances')).toMatchObject({
      status: 1,
      err: expect.stringContaining('is missing'),
    })
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, '')
    expect(await blocktime('--data', data, 'import', KESTREL)).toMatchObject({
      status: 1,
      err: expect.stringContaining('is empty'),
    })
  })

  it('a restore of the data file itself, or of a folder, is refused', async () => {
    const data = await kestrelFolder()
    for (const file of [join(data, DATABASE_FILE), data]) {
      expect(await blocktime('--data', data, 'restore', file)).toMatchObject({ status: 1 })
    }
    expect(await blocktime('--data', data, 'verify')).toMatchObject({ status: 0 })
  })

  it('two programs that make the same school at the same moment do not hinder each other', async () => {
    const data = join(temporaryFolder(), 'new')
    mkdirSync(data)
    const bringIn = () => blocktime('--data', data, 'import', KESTREL)
    const both = await Promise.all([bringIn(), bringIn()])
    expect(both).toMatchObject([
      { status: 0, err: '' },
      { status: 0, err: '' },
    ])
  })
})
