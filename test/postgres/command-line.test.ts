import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../electron/storage/sqlite/files.ts'
import { kestrelExpected } from '../fixtures/kestrel.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { asSql, hasServer, newDatabase, runServer } from './server.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
/** What takes long is tried where the tests run on this engine. */
const WHOLE = process.env['BLOCKTIME_TEST_ENGINE'] === 'postgres'
const KESTREL = join(ROOT, 'test', 'fixtures', 'schools', 'kestrel')

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** The command line of one computer, with the desks' folders in a place of its own. */
function computer(): { home: string; blocktime: (...words: string[]) => Promise<Ran> } {
  const home = temporaryFolder()
  const blocktime = (...words: string[]) => {
    const env = { ...process.env, BLOCKTIME_DATA: home }
    const child = spawn(process.execPath, [join(ROOT, 'electron', 'cli.ts'), ...words], { env })
    let out = ''
    let err = ''
    child.stdout.on('data', (part) => (out += part))
    child.stderr.on('data', (part) => (err += part))
    return new Promise<Ran>((done) => child.once('close', (status) => done({ status, out, err })))
  }
  return { home, blocktime }
}

const DOCUMENTS = [
  [['balances'], 'balances'],
  [['history'], 'history'],
  [['balances', '--as-of', '2026-01-16'], 'as-of-2026-01-16'],
] as const

describe.skipIf(!hasServer)('the command line on a server', { timeout: 240_000 }, () => {
  it('imports, prints the expected documents, verifies, backs up and restores, as in a folder', async () => {
    const { home, blocktime } = computer()
    const server = await runServer()
    const data = newDatabase(server)
    expect(await blocktime('--data', data, 'balances')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no school in postgres://'),
    })
    expect(await blocktime('--data', data, 'import', KESTREL)).toMatchObject({ status: 0 })
    for (const [words, name] of DOCUMENTS) {
      const { status, out } = await blocktime('--data', data, '--json', ...words)
      expect(status).toBe(0)
      expect(JSON.parse(out)).toEqual(JSON.parse(kestrelExpected(name)))
    }
    expect(await blocktime('--data', data, 'verify')).toMatchObject({ status: 0 })
    const file = join(home, 'kestrel.backup')
    expect(await blocktime('--data', data, 'backup', file)).toMatchObject({ status: 0 })

    const elsewhere = newDatabase(server)
    expect(await blocktime('--data', elsewhere, 'restore', file)).toMatchObject({ status: 0 })
    const again = await blocktime('--data', elsewhere, 'restore', file)
    expect(again).toMatchObject({ status: 0, out: expect.stringMatching(/kept as .* blocktime_kept_\d+/) })
    const folder = join(home, 'own')
    expect(await blocktime('--data', folder, 'restore', file)).toMatchObject({ status: 0 })
    for (const place of [elsewhere, folder]) {
      expect(await blocktime('--data', place, 'verify')).toMatchObject({ status: 0 })
      const { out } = await blocktime('--data', place, '--json', 'history')
      expect(JSON.parse(out)).toEqual(JSON.parse(kestrelExpected('history')))
    }
    expect(await blocktime('--data', elsewhere, 'rebuild')).toMatchObject({ status: 0 })
  })

  it('moves a school to a server and back, and whoever starts in the old folder comes along', async () => {
    const { home, blocktime } = computer()
    const server = await runServer()
    const address = newDatabase(server)
    const folder = join(home, 'school')
    await blocktime('--data', folder, 'import', KESTREL)
    const moved = await blocktime('--data', folder, '--json', 'move', '--to', address)
    expect(moved).toMatchObject({ status: 0 })
    const { place, head, keptAside } = JSON.parse(moved.out) as Record<string, unknown>
    expect(place).toBe(address)
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(false)
    expect(existsSync(String(keptAside))).toBe(true)
    const { out } = await blocktime('--data', folder, '--json', 'history')
    expect(JSON.parse(out)).toEqual(JSON.parse(kestrelExpected('history')))
    expect(await blocktime('--data', folder, 'move', '--to', address)).toMatchObject({ status: 1 })
    const other = join(home, 'other')
    await blocktime('--data', other, 'import', KESTREL)
    expect(await blocktime('--data', other, 'move', '--to', address)).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is a school in postgres://'),
    })

    const back = join(home, 'back')
    const returned = await blocktime('--data', address, '--json', 'move', '--to', back)
    expect(returned).toMatchObject({ status: 0 })
    expect((JSON.parse(returned.out) as Record<string, unknown>)['head']).toEqual(head)
    expect(await blocktime('--data', back, 'verify')).toMatchObject({ status: 0 })
    expect(await blocktime('--data', address, 'verify')).toMatchObject({ status: 1 })
    const schemas = asSql(server, new URL(address).pathname.slice(1), `select nspname from pg_namespace`)
    expect(schemas).toMatch(/^blocktime_kept_\d+$/m)
    expect(schemas).not.toMatch(/^blocktime$/m)
  })

  const SIZE = ['--enrollments', '60', '--entries', '400']

  it.runIf(WHOLE)('measures the same work there and in a file, and leaves no school', async () => {
    const { blocktime } = computer()
    const data = newDatabase(await runServer())
    const { status, out } = await blocktime('--data', data, '--json', 'bench', ...SIZE)
    expect(status).toBe(0)
    const { lines } = JSON.parse(out) as { lines: { what: string; measured: number; yardstick: number }[] }
    expect(lines.map(({ what }) => what)).toContain('posting one paid invoice, durable, beside the same in a file')
    for (const { measured, yardstick } of lines) expect(Math.min(measured, yardstick)).toBeGreaterThan(0)
    expect(await blocktime('--data', data, 'verify')).toMatchObject({ status: 1 })
  })

  it('measures nothing where there is a school already, which stays as it is', async () => {
    const { blocktime } = computer()
    const data = newDatabase(await runServer())
    await blocktime('--data', data, 'import', KESTREL)
    expect(await blocktime('--data', data, 'bench', ...SIZE)).toMatchObject({
      status: 1,
      err: expect.stringContaining('The figures need a database without a school'),
    })
    expect(await blocktime('--data', data, 'verify')).toMatchObject({ status: 0 })
  })

  it('never writes a password down, and makes no folder of an address', async () => {
    const { home, blocktime } = computer()
    const server = await runServer()
    const data = newDatabase(server)
    const before = process.env['PGPASSWORD']
    process.env['PGPASSWORD'] = 'horse-battery'
    try {
      await blocktime('--data', data, 'import', KESTREL)
      await blocktime('--data', data.replace('postgres@', 'nobody-of-that-name@'), 'verify')
    } finally {
      if (before === undefined) delete process.env['PGPASSWORD']
      else process.env['PGPASSWORD'] = before
    }
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name)).toContain('server.json')
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain('horse-battery')
    expect(existsSync(resolve('postgres:'))).toBe(false)
  })
})
