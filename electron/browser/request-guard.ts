import type { IncomingMessage } from 'node:http'

/** Why a request is turned away, or undefined where it comes from a window of this server. */
export function foreignRequest(request: IncomingMessage, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !hosts.includes(host)) return 'foreign host'
  const site = request.headers['sec-fetch-site']
  if (request.method === 'POST') {
    if (origin !== `http://${host}`) return 'foreign origin'
    if (site !== undefined && site !== 'same-origin') return 'foreign site'
    if (request.headers['content-type'] !== 'application/json') return 'not JSON'
    return undefined
  }
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign origin'
  // A person may type the address, or come from the page that Blocktime itself wrote to open it.
  if (site !== undefined && !['same-origin', 'none', 'cross-site'].includes(site)) return 'foreign site'
  if (site === 'cross-site' && request.headers['sec-fetch-dest'] !== 'document') return 'foreign site'
  return undefined
}

/** Reads the body of a request, or undefined where it is larger than allowed. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return undefined
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export function bearerOf(request: IncomingMessage): string {
  return /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
}
