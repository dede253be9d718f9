/** The one IPC channel between window and main process. */
export const CALL_CHANNEL = 'blocktime:call'

/** The application's own scheme and address inside Electron. */
export const SCHEME = 'blocktime'
export const ADDRESS = `${SCHEME}://app/`

/** Whether a frame's address is the application's own page. */
export function isOwnAddress(address: string): boolean {
  return address === ADDRESS || address.startsWith(`${ADDRESS}#`) || address === `${ADDRESS}index.html`
}
