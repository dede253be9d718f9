import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFor } from './certificate.ts'
import { startAgain, stopServer, type Server } from './server.ts'

/** A network of a desk's own, with a cable to the server's computer that can be pulled out at either end. */
export interface DeskNetwork {
  /** the server's address on it */
  readonly host: string
  /** what runs a program in it */
  readonly within: readonly string[]
  /** @param end at the server's end nobody is told; at the desk's its system knows */
  pull(end: 'server' | 'desk'): void
  plug(): void
  remove(): void
}

const ip = (...words: readonly string[]) => execFileSync('ip', words, { stdio: 'ignore' })
const hostOf = (number: number) => `10.231.${number}.1`

/** Why no networks can be made here; null where they can. */
export function hindranceToNetworks(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'that takes root on Linux'
  const name = `blocktime-try-${process.pid}`
  try {
    ip('netns', 'add', name)
    ip('netns', 'del', name)
    return null
  } catch {
    return 'this computer lets nobody make network namespaces, or lacks iproute2'
  }
}

/** In networks of its own even a computer's way to itself has to be opened. */
export function bringUpLoopback(): void {
  ip('link', 'set', 'lo', 'up')
}

/** Makes the network of one desk. @param number from 1 on; another one for each */
export function deskNetwork(number: number): DeskNetwork {
  const space = `blocktime-${process.pid}-${number}`
  const [near, far] = [`bt${number}s`, `bt${number}d`]
  const inside = ['-n', space]
  ip('netns', 'add', space)
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', space)
  ip('addr', 'add', `${hostOf(number)}/30`, 'dev', near)
  ip(...inside, 'addr', 'add', `10.231.${number}.2/30`, 'dev', far)
  ip('link', 'set', near, 'up')
  ip(...inside, 'link', 'set', far, 'up')
  return {
    host: hostOf(number),
    within: ['ip', 'netns', 'exec', space],
    pull: (end) => (end === 'server' ? ip('link', 'set', near, 'down') : ip(...inside, 'link', 'set', far, 'down')),
    plug: () => {
      ip('link', 'set', near, 'up')
      ip(...inside, 'link', 'set', far, 'up')
    },
    remove: () => ip('netns', 'del', space),
  }
}

/** Has a server listen on the networks of desks, encrypted; answers the certificate by which they know it. */
export function listenOn(server: Server, folder: string, networks: readonly DeskNetwork[]): string {
  const hosts = networks.map(({ host }) => host)
  const certificate = certificateFor(folder, hosts, 'networks')
  const settings = join(server.data, 'postgresql.auto.conf')
  const said = {
    listen_addresses: '*',
    ssl: 'on',
    ssl_cert_file: certificate,
    ssl_key_file: certificate.replace('.crt', '.key'),
  }
  const lines = Object.entries(said).map(([name, value]) => `${name} = '${value}'`)
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n${lines.join('\n')}\n`)
  const rules = join(server.data, 'pg_hba.conf')
  writeFileSync(rules, `${readFileSync(rules, 'utf8')}\nhostssl all all 10.231.0.0/16 trust\n`)
  stopServer(server, 'fast')
  startAgain(server)
  return certificate
}
