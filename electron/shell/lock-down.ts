import { isOwnAddress } from './channel.ts'

/** The pieces of Electron's web contents that the lock-down needs. */
export interface LockableContents {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (event: { url: string; preventDefault(): void }) => void,
  ): unknown
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
}

/** The pieces of Electron's session that the lock-down needs. */
export interface LockableSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
}

/** Denies new windows, navigation away from the application, and webviews. */
export function lockContents(contents: LockableContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event, (navigation) => {
      if (!isOwnAddress(navigation.url)) navigation.preventDefault()
    })
  }
  contents.on('will-attach-webview', (attachment) => attachment.preventDefault())
}

/** Denies every permission that a page can ask for. */
export function lockSession(session: LockableSession): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
