import { config } from 'zod'

/** The nonce that the host put into the page for this load; every <style> made at run time carries it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/**
 * The page forbids inline styles without the nonce, and eval. Two libraries must be told before they first work:
 * the scroll lock of dialogs reads its nonce from this global, and zod would try to compile its checks with eval.
 */
export function prepareForContentSecurityPolicy(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
  config({ jitless: true })
}
