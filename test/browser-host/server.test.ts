import { request } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { startServer, type ServerOptions } from '../../electron/browser/server.ts'
import { temporaryFolder } from '../temporary-school.ts'

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** A running server over a small page of its own, and a way to send it anything. */
async function server(patience?: ServerOptions['patience']) {
  const built = temporaryFolder()
  mkdirSync(join(built, 'renderer'))
  mkdirSync(join(built, 'preload'))
  writeFileSync(
    join(built, 'renderer', 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="./app.js"></script>',
  )
  writeFileSync(join(built, 'preload', 'page.cjs'), 'window.door = 1')
  writeFileSync(join(built, 'renderer', 'app.js'), 'plain')
  writeFileSync(join(built, 'renderer', 'app.js.gz'), 'packed')
  writeFileSync(join(built, 'secret.js'), 'secret')
  let instant = 0
  const application = await openApplication({ dataFolder: temporaryFolder() })
  const running = await startServer({
    application,
    port: 0,
    built,
    clock: () => new Date(instant),
    ...(patience ? { patience } : {}),
  })
  onTestFinished(async () => {
    await running.close()
    await application.close()
  })
  const own = `127.0.0.1:${running.port}`
  const send = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: running.port, method, path, headers: { Host: own, ...headers } },
        (response) => {
          let text = ''
          response.on('data', (part: Buffer) => (text += part.toString()))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const fromPage = { Origin: `http://${own}`, 'Content-Type': 'application/json' }
  const post = (path: string, value: unknown, headers: Record<string, string> = {}) =>
    send('POST', path, { ...fromPage, ...headers }, JSON.stringify(value))
  const launchOf = (address: string) => address.split('#launch=')[1] ?? ''
  const bearer = async () =>
    (JSON.parse((await post('/launch', launchOf(running.addressWhileServing()))).body) as { bearer: string }).bearer
  const later = (milliseconds: number) => {
    instant += milliseconds
  }
  return { running, send, post, launchOf, bearer, later, own }
}

const STATE = { call: 'start.state', input: {}, session: null, commandId: null, attended: true }

describe('the browser host', () => {
  it('answers calls of a window that it let in', async () => {
    const { post, bearer } = await server()
    const answer = await post('/call', STATE, {
      Authorization: `Bearer ${await bearer()}`,
      'Sec-Fetch-Site': 'same-origin',
    })
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { phase: 'first_start' } })
  })

  it('serves the page with a strict policy and a new nonce each time', async () => {
    const { send } = await server()
    const [first, second] = [await send('GET', '/'), await send('GET', '/')]
    expect(first.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    )
    expect(first.headers['content-security-policy']).toMatch(
      /frame-ancestors 'none'; base-uri 'none'; form-action 'none'$/,
    )
    expect(first.body).toContain('<script defer src="/host.js"></script>')
    expect(first.body).not.toContain('__CSP_NONCE__')
    expect(first.body).not.toBe(second.body)
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })

  it.each([
    ['a foreign host', { Host: 'evil.example' }],
    ['the right host on another port', { Host: '127.0.0.1:1' }],
    ['a foreign origin', { Origin: 'http://evil.example' }],
    ['no origin', { Origin: '' }],
    ['a foreign site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a form', { 'Content-Type': 'text/plain' }],
  ])('refuses %s', async (_, headers) => {
    const { post, bearer } = await server()
    expect((await post('/call', STATE, { Authorization: `Bearer ${await bearer()}`, ...headers })).status).toBe(403)
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { Authorization: `Bearer ${'x'.repeat(43)}` }],
    ['a launch token in its place', { Authorization: 'Bearer launch' }],
  ])('refuses %s', async (_, headers) => {
    const { post } = await server()
    expect((await post('/call', STATE, headers)).status).toBe(401)
  })

  it('refuses a body that is too large, before and after it let a window in', async () => {
    const { post, bearer } = await server()
    expect((await post('/launch', 'x'.repeat(2_000))).status).toBe(401)
    const large = { ...STATE, input: 'x'.repeat(1_100_000) }
    expect((await post('/call', large, { Authorization: `Bearer ${await bearer()}` })).status).toBe(413)
  })

  it('takes a large body for an import only, whatever the header says', async () => {
    const { post, bearer } = await server()
    const headers = { Authorization: `Bearer ${await bearer()}`, 'X-Blocktime-Call': 'school.import' }
    const large = 'x'.repeat(1_100_000)
    expect((await post('/call', { ...STATE, input: large }, headers)).status).toBe(413)
    const school = { ...STATE, call: 'school.import', input: { files: [{ name: 'customers.csv', content: large }] } }
    const answer = await post('/call', school, headers)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, failure: { code: 'not_signed_in' } })
  })

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/../../secret.js',
    '/%00',
    '/%E0%A4%A',
    '/data.sqlite',
  ])('does not serve %s', async (path) => {
    const { send } = await server()
    const answer = await send('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })

  it.each(['//', '///', '//host/', '/\\\\', '/?//', '//[', '/:@', '*'])(
    'answers GET %s like anything that is not there',
    async (path) => {
      const { send } = await server()
      const { status, body } = await send('GET', path)
      expect([200, 404]).toContain(status)
      expect(body).not.toContain('secret')
      expect(body).not.toContain('went wrong')
    },
  )

  it.each([
    ['a body that never ends', 'POST /launch HTTP/1.1\r\nContent-Length: 500\r\n', '\r\n{"slow'],
    ['headers that never end', 'GET / HTTP/1.1\r\n', 'X-Slow: '],
  ])('closes %s, and answers others meanwhile', async (_, head, rest) => {
    const { running, own, send } = await server({ headersMs: 300, requestMs: 300, lookMs: 50 })
    const socket = connect(running.port, '127.0.0.1')
    const page = `Host: ${own}\r\nOrigin: http://${own}\r\nContent-Type: application/json\r\n`
    socket.write(`${head}${page}${rest}`)
    const trickle = setInterval(() => socket.write(' '), 50)
    const ended = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (part: Buffer) => (text += part.toString()))
      socket.on('error', () => resolve(text))
      socket.on('close', () => resolve(text))
    })
    expect((await send('GET', '/app.js')).status).toBe(200)
    expect(await ended).toMatch(/^(HTTP\/1\.1 408 |$)/)
    clearInterval(trickle)
  })

  it('does not carry out calls by GET', async () => {
    const { send } = await server()
    expect((await send('GET', '/call')).status).toBe(404)
    expect((await send('DELETE', '/call')).status).toBe(405)
  })

  it('lets in once with the address that opens a window, and not after 30 seconds', async () => {
    const { running, post, launchOf, later } = await server()
    const launch = launchOf(running.addressOnce())
    expect((await post('/launch', launch)).status).toBe(200)
    expect((await post('/launch', launch)).status).toBe(401)
    const late = launchOf(running.addressOnce())
    later(30_001)
    expect((await post('/launch', late)).status).toBe(401)
  })

  it('lets in as often as a person opens the printed address', async () => {
    const { running, post, launchOf, later } = await server()
    const launch = launchOf(running.addressWhileServing())
    expect((await post('/launch', launch)).status).toBe(200)
    later(3_600_000)
    expect((await post('/launch', launch)).status).toBe(200)
  })

  it('listens on the loopback address only', async () => {
    const { running } = await server()
    expect(running.addressWhileServing()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#launch=/)
  })
})

describe('a script goes out packed', () => {
  it.each([
    ['gzip, deflate, br', 'packed', 'gzip'],
    ['br', 'plain', undefined],
    ['', 'plain', undefined],
  ])('to who takes %j: %s', async (takes, body, encoding) => {
    const { send } = await server()
    const answer = await send('GET', '/app.js', { 'Accept-Encoding': takes })
    expect([answer.status, answer.body, answer.headers['content-encoding']]).toEqual([200, body, encoding])
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })
})
