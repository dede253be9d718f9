import { randomBytes } from 'node:crypto'

/** What index.html holds in the place of the nonce, which is made anew at each load. */
const NONCE_PLACE = '__CSP_NONCE__'

/** The policy of every window: nothing but the application's own files; styles that Mantine inserts carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Headers that every answer to a window carries. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/** The page with a nonce of its own, and the policy that goes with it. */
export function pageWithNonce(html: string): { readonly html: string; readonly policy: string } {
  const nonce = randomBytes(16).toString('base64')
  return { html: html.replaceAll(NONCE_PLACE, nonce), policy: contentSecurityPolicy(nonce) }
}
