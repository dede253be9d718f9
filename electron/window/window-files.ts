import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentSecurityPolicy, pageWithNonce, SAFE_HEADERS } from './content-security.ts'
import { say } from '../../shared/words/say.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
}

export interface WindowFile {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** The files of the window, for both hosts alike. `page` may change the page before it goes out. */
export function windowFiles(folder: string, page: (html: string) => string = (html) => html) {
  return async (path: string, takesGzip = false): Promise<WindowFile> => {
    const file = fileOf(folder, path)
    if (!file) return notFound()
    try {
      if (extname(file) === '.html') {
        const { html, policy } = pageWithNonce(page(await readFile(file, 'utf8')))
        return { status: 200, headers: headersOf(file, policy), body: html }
      }
      const headers = headersOf(file, contentSecurityPolicy('none'))
      const packed = takesGzip ? await packedFile(file) : undefined
      if (packed) return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: packed }
      return { status: 200, headers, body: await readFile(file) }
    } catch {
      return notFound()
    }
  }
}

/** The same file packed, as the build lays it beside; undefined where there is none. */
async function packedFile(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(`${file}.gz`)
  } catch {
    return undefined
  }
}

/** The file of a path inside the folder, or undefined where the path leads out of it or names no kind of ours. */
function fileOf(folder: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded))
  if (!file.startsWith(folder + sep) || decoded.includes('\0')) return undefined
  return TYPES[extname(file)] ? file : undefined
}

function headersOf(file: string, policy: string): Record<string, string> {
  return {
    ...SAFE_HEADERS,
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
  }
}

function notFound(): WindowFile {
  const headers = {
    ...SAFE_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy('none'),
  }
  return { status: 404, headers, body: say('browser.there_is_nothing_here') }
}
