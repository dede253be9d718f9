import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isCallName } from '../calls/contract.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import type { Application } from '../calls/application.ts'
import { contentSecurityPolicy, SAFE_HEADERS } from '../window/content-security.ts'
import { bearerOf, foreignRequest, readBody } from './request-guard.ts'
import { windowFiles } from '../window/window-files.ts'
import { WindowTokens } from './window-tokens.ts'

const MOST_LAUNCH_BYTES = 1_000
/** On one computer a request arrives at once; one that trickles in is ended. Looked after every so often. */
const PATIENCE = { headersMs: 10_000, requestMs: 60_000, lookMs: 5_000 }
const MOST_CALL_BYTES = 1_000_000
/** A school folder, or a file of payments, comes in as one call. */
const MOST_FILE_BYTES: Partial<Readonly<Record<CallName, number>>> = {
  'school.import': 200_000_000,
  'start.importSchool': 200_000_000,
  'bringOver.read': 45_000_000,
  'bringOver.record': 45_000_000,
  'reconcile.preview': 45_000_000,
  'reconcile.take': 45_000_000,
}

export interface BrowserServer {
  readonly port: number
  /** the address with a launch token that works once, within 30 seconds */
  addressOnce(): string
  /** the address with a launch token that works until the server stops */
  addressWhileServing(): string
  /** Whether any window was ever let in. */
  hadWindow(): boolean
  close(): Promise<void>
}

export interface ServerOptions {
  readonly application: Application
  /** 0: any free one */
  readonly port: number
  /** the folder of what was built: `renderer` and `preload` lie in it */
  readonly built: string
  readonly clock?: () => Date
  /** how long a request may take to arrive */
  readonly patience?: typeof PATIENCE
}

/** Serves the application to browser windows of this computer, on the loopback address only. */
export async function startServer(options: ServerOptions): Promise<BrowserServer> {
  const tokens = new WindowTokens(options.clock ?? (() => new Date()))
  const page = await readFile(join(options.built, 'preload', 'page.cjs'), 'utf8')
  const files = windowFiles(join(options.built, 'renderer'), (html) =>
    html.replace('<script', '<script defer src="/host.js"></script><script'),
  )
  const { headersMs, requestMs, lookMs } = options.patience ?? PATIENCE
  const waits = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs }
  const server = createServer(waits, (request, response) => {
    void answer(request, response).catch(() => send(response, 500, say('browser.something_went_wrong')))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url)
    if (foreignRequest(request, portOf())) return send(response, 403, say('browser.not_from_a_window_of_blocktime'))
    if (request.method === 'POST' && path === '/launch') return launch(request, response)
    if (request.method === 'POST' && path === '/call') return call(request, response)
    if (request.method !== 'GET') return send(response, 405, say('browser.not_done_this_way'))
    if (path === '/host.js') return send(response, 200, page, 'text/javascript; charset=utf-8')
    const file = await files(path, takesGzip(request))
    response.writeHead(file.status, file.headers).end(file.body)
  }

  async function launch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = parsed(await readBody(request, MOST_LAUNCH_BYTES))
    const bearer = typeof token === 'string' ? tokens.exchange(token) : undefined
    if (!bearer) return send(response, 401, say('browser.this_address_was_used_already_or_is'))
    send(response, 200, JSON.stringify({ bearer }), 'application/json')
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!tokens.isWindow(bearerOf(request))) return send(response, 401, say('browser.not_a_window_of_blocktime'))
    const body = await readBody(request, mostBytesOf(request.headers['x-blocktime-call']))
    if (body === undefined) return send(response, 413, say('browser.too_much_at_once'))
    const envelope = parsed(body)
    // The header only says beforehand how much may come; what came must be what it said.
    if (body.length > mostBytesOf(callIn(envelope))) return send(response, 413, say('browser.too_much_at_once'))
    const reply = await options.application.dispatch(envelope)
    send(response, 200, JSON.stringify(reply), 'application/json')
  }

  function portOf(): number {
    return (server.address() as AddressInfo | null)?.port ?? 0
  }

  await listening(server, options.port)
  const address = (token: string) => `http://127.0.0.1:${portOf()}/#launch=${token}`
  return {
    port: portOf(),
    addressOnce: () => address(tokens.launchOnce()),
    addressWhileServing: () => address(tokens.launchWhileServing()),
    hadWindow: () => tokens.anyWindow,
    close: () => stopped(server),
  }
}

/** On the loopback address only. Fails with the system's own error where the port cannot be had. */
function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  if (response.headersSent) return
  // What is left of a refused body is not read: the connection ends with the answer.
  const connection = status === 413 ? { Connection: 'close' } : {}
  const policy = { 'Content-Security-Policy': contentSecurityPolicy('none') }
  response.writeHead(status, { ...SAFE_HEADERS, ...policy, ...connection, 'Content-Type': type }).end(body)
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /(^|,)\s*gzip\s*(,|$)/i.test(String(headers['accept-encoding'] ?? ''))
}

/** The path of a request; of one that is no address (`//`) none that there is. */
function pathOf(url: string | undefined): string {
  return URL.parse(url ?? '/', 'http://localhost')?.pathname ?? '/nowhere'
}

function callIn(envelope: unknown): unknown {
  return typeof envelope === 'object' && envelope !== null && 'call' in envelope ? envelope.call : undefined
}

function mostBytesOf(call: unknown): number {
  return (typeof call === 'string' && isCallName(call) ? MOST_FILE_BYTES[call] : undefined) ?? MOST_CALL_BYTES
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
