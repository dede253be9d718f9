import { isIP } from 'node:net'

/** A school's place on a server. It never holds a password. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly database: string
  /** null: PGUSER, or the name of who works at the computer */
  readonly user: string | null
  /** the file of the certificate by which the server's is verified; null: those that the computer trusts */
  readonly rootCertificate: string | null
  /** whether the connection is encrypted and the server's certificate verified; not needed within one computer */
  readonly encrypted: boolean
}

/** Why an address cannot be taken. */
export type AddressProblem = 'form' | 'password' | 'option'

const USUAL_PORT = 5432
const PROTOCOLS = ['postgres:', 'postgresql:']

/** Reads `postgres://USER@HOST:PORT/DATABASE`. */
export function readAddress(text: string): ServerAddress | AddressProblem {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return 'form'
  }
  // A word of an address is seen by whoever looks at the running programs, and lands in the shell's history.
  if (url.password !== '' || url.searchParams.has('password')) return 'password'
  const database = decoded(url.pathname.slice(1))
  const host = decoded(url.hostname)?.replace(/^\[(.*)\]$/, '$1')
  const user = decoded(url.username)
  if (!PROTOCOLS.includes(url.protocol) || url.hash !== '' || !host || !database || user === null) return 'form'
  if (database.includes('/')) return 'form'
  for (const [name, value] of url.searchParams) {
    const known = (name === 'sslmode' && value === 'verify-full') || (name === 'sslrootcert' && value !== '')
    if (!known) return 'option'
  }
  return {
    host,
    port: url.port === '' ? USUAL_PORT : Number(url.port),
    database,
    user: user === '' ? null : user,
    rootCertificate: url.searchParams.get('sslrootcert'),
    encrypted: url.searchParams.has('sslmode') || !isOwnComputer(host),
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** An address that leads to this very computer. */
function isOwnComputer(host: string): boolean {
  if (host.startsWith('/') || host.toLowerCase() === 'localhost') return true
  return isIP(host) === 4 ? host.startsWith('127.') : host === '::1'
}

/** An address in one form, so that the same place is always written the same. */
export function addressText({ host, port, database, user, rootCertificate, encrypted }: ServerAddress): string {
  const place = isIP(host) === 6 ? `[${host}]` : encodeURIComponent(host)
  const options = new URLSearchParams()
  if (encrypted && isOwnComputer(host)) options.set('sslmode', 'verify-full')
  if (rootCertificate !== null) options.set('sslrootcert', rootCertificate)
  const who = user === null ? '' : `${encodeURIComponent(user)}@`
  const said = options.size === 0 ? '' : `?${options}`
  return `postgres://${who}${place}${port === USUAL_PORT ? '' : `:${port}`}/${encodeURIComponent(database)}${said}`
}
