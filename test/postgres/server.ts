import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where the run keeps its server: made by `run.ts` before the tests, and cleared away after them. */
export const RUN_FOLDER = 'BLOCKTIME_TEST_SERVER'
const LONGEST_START_MS = 60_000

/** A PostgreSQL of this run alone, on a port of its own, that works as a user without rights. */
export interface Server {
  readonly port: number
  readonly data: string
}

/** The folder of PostgreSQL's programs; undefined where it is not installed. */
export function serverPrograms(): string | undefined {
  const places = '/usr/lib/postgresql'
  const versions = existsSync(places) ? readdirSync(places).toSorted((one, other) => Number(other) - Number(one)) : []
  return versions.map((version) => join(places, version, 'bin')).find((place) => existsSync(join(place, 'initdb')))
}

/** Whether tests on a server can run here; where not they are skipped, and say so. */
export const hasServer = serverPrograms() !== undefined

/** The server of this run, started by whoever asks first. */
export async function runServer(): Promise<Server> {
  const folder = process.env[RUN_FOLDER]
  if (folder === undefined) throw new Error('the run has no folder for its server')
  const ready = join(folder, 'ready.json')
  try {
    mkdirSync(join(folder, 'starting'))
  } catch {
    return waitedFor(ready)
  }
  const server = await startServer(folder)
  writeFileSync(ready, JSON.stringify(server))
  return server
}

async function waitedFor(ready: string): Promise<Server> {
  for (const end = Date.now() + LONGEST_START_MS; !existsSync(ready) || readFileSync(ready, 'utf8') === '';) {
    if (Date.now() > end) throw new Error('the server of this run did not start')
    await wait(100)
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as Server
}

/** Starts a server in a folder; its superuser is `postgres`, whoever comes over the loopback is let in. */
export async function startServer(folder: string): Promise<Server> {
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  if (process.getuid?.() === 0) {
    // PostgreSQL refuses to work as root.
    execFileSync('chown', ['-R', 'postgres', folder])
  }
  const port = await freePort()
  asServersUser('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const settings = [
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    'shared_buffers=32MB',
  ]
  writeFileSync(join(data, 'postgresql.auto.conf'), settings.map((line) => line.replace(/=(.*)/, " = '$1'")).join('\n'))
  startAgain({ port, data })
  return { port, data }
}

/** Starts the server of a folder that was stopped. */
export function startAgain({ data }: Server): void {
  asServersUser('pg_ctl', '-D', data, '-w', '-s', '-l', join(data, 'log'), 'start')
}

/** @param how immediate: as a crash, without a last word to anybody */
export function stopServer({ data }: Server, how: 'fast' | 'immediate'): void {
  asServersUser('pg_ctl', '-D', data, '-w', '-s', '-m', how, 'stop')
}

function asServersUser(program: string, ...words: readonly string[]): void {
  const path = join(serverPrograms() ?? '', program)
  const isRoot = process.getuid?.() === 0
  const [command, ...rest] = isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', path]
    : [path]
  const { status, stderr } = spawnSync(command ?? path, [...rest, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    cwd: tmpdir(),
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const place = server.address()
      server.close(() => resolve(typeof place === 'object' && place ? place.port : 0))
    })
  })
}

/** Makes a folder for a server, in memory where there is room for it: what is waited for is not the disk. */
export function serverFolder(): string {
  const memory = '/dev/shm'
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'blocktime-server-'))
  execFileSync('chmod', ['755', folder])
  return folder
}

/** Stops the run's server, where one was started, and takes its folder away. */
export function clearServer(folder: string): void {
  const ready = join(folder, 'ready.json')
  if (existsSync(ready)) stopServer(JSON.parse(readFileSync(ready, 'utf8')) as Server, 'immediate')
  rmSync(folder, { recursive: true, force: true })
}

/**
 * The address of a database of its own, empty.
 * @param owner who owns it
 * @param like the address of one of which it is a copy; nobody may be working on that
 */
export function newDatabase(
  { port }: Server,
  { owner, like }: { owner?: string | undefined; like?: string } = {},
): string {
  const name = `school_${randomBytes(6).toString('hex')}`
  const template = like === undefined ? 'template0' : new URL(like).pathname.slice(1)
  asSql({ port }, 'postgres', `create database ${name} template ${template} ${owner ? `owner ${owner}` : ''}`)
  return `postgres://postgres@127.0.0.1:${port}/${name}`
}

/** Runs SQL, as the superuser where nobody else is named. */
export function asSql({ port }: Pick<Server, 'port'>, database: string, text: string, user = 'postgres'): string {
  const words = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database, '-v', 'ON_ERROR_STOP=1']
  return execFileSync(join(serverPrograms() ?? '', 'psql'), [...words, '-qAt', '-c', text], { encoding: 'utf8' })
}
