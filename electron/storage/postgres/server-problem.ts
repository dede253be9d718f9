import { StorageProblem } from '../problem.ts'
import { addressText, type ServerAddress } from './address.ts'

/** What a system says where nobody answers, or hangs up. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  // PostgreSQL's own: shut down by an administrator, by a crash, not ready yet, too many connections
  '57P01',
  '57P02',
  '57P03',
  '53300',
])
/** The driver's own words, which carry no code. */
const AWAY_WORDS =
  /^(Connection terminated|timeout expired|Client has encountered a connection error|Query read timeout)/

/** Whether the server cannot be reached, or hung up: the same may go well a moment later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  // Class 08: everything about connections. A session that idled in a transaction was ended by the server.
  if (AWAY.has(code) || code.startsWith('08') || code === '25P03') return true
  if (error instanceof AggregateError) return error.errors.some(isAway)
  return AWAY_WORDS.test(error.message)
}

/** Whether a transaction failed only because another one ran beside it. */
export function isToBeTriedAgain(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error))
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Puts an error of the server, or of the way to it, into a plain sentence; anything else is handed back as it is. */
export function asServerProblem(error: unknown, address: ServerAddress): unknown {
  if (error instanceof StorageProblem) return error
  const params = { address: addressText(address) }
  const code = codeOf(error)
  if (isAway(error)) return new StorageProblem('server_away', params)
  if (code.startsWith('28') || /password/i.test(ownWords(error))) return new StorageProblem('server_login', params)
  if (isAboutSecurity(error, code)) return new StorageProblem('server_secure', params)
  switch (code) {
    case '3D000':
    case '42501':
    case '22023':
      return new StorageProblem('server_rights', params)
    case '55P03':
    case '57014':
      return new StorageProblem('server_busy', params)
    case '53100':
      return new StorageProblem('full', {})
    case 'XX001':
    case 'XX002':
      return new StorageProblem('damaged', { file: params.address })
    default:
      return error
  }
}

/** What the driver says by itself, without the server. */
function ownWords(error: unknown): string {
  return error instanceof Error && codeOf(error) === '' ? error.message : ''
}

function isAboutSecurity(error: unknown, code: string): boolean {
  return (
    /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/.test(code) ||
    /does not support SSL/.test(ownWords(error))
  )
}
