import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callHandler } from '../../electron/shell/call-handler.ts'
import { CALL_CHANNEL, isOwnAddress } from '../../electron/shell/channel.ts'
import { lockContents, lockSession } from '../../electron/shell/lock-down.ts'
import { windowSettings } from '../../electron/shell/window-settings.ts'

describe('the Electron window', () => {
  it('is sandboxed and isolated, without Node and webviews', () => {
    expect(windowSettings('/preload.cjs', undefined, []).webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    })
  })

  it('denies new windows, navigation away and webviews', () => {
    const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>()
    let open: (() => { action: string }) | undefined
    lockContents({
      setWindowOpenHandler: (handler) => {
        open = handler
      },
      on: (event: string, listener: (event: never) => void) => listeners.set(event, listener as never),
    })
    expect(open?.()).toEqual({ action: 'deny' })
    const prevented = (event: string, url: string) => {
      let stopped = false
      listeners.get(event)?.({ url, preventDefault: () => (stopped = true) })
      return stopped
    }
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(prevented(event, 'https://evil.example/')).toBe(true)
      expect(prevented(event, 'file:///etc/passwd')).toBe(true)
      expect(prevented(event, 'blocktime://app/')).toBe(false)
    }
    expect(prevented('will-attach-webview', '')).toBe(true)
  })

  it('denies every permission', () => {
    const answers: boolean[] = []
    lockSession({
      setPermissionRequestHandler: (handler) => handler(null, 'media', (granted) => answers.push(granted)),
      setPermissionCheckHandler: (handler) => answers.push(handler()),
      setDevicePermissionHandler: (handler) => answers.push(handler()),
    })
    expect(answers).toEqual([false, false, false])
  })

  it('answers calls of its own main frame only', async () => {
    const handle = callHandler(async () => ({ ok: true, value: 'done' }))
    expect(await handle({ senderFrame: { url: 'blocktime://app/', parent: null } }, {})).toEqual({
      ok: true,
      value: 'done',
    })
    for (const frame of [
      null,
      { url: 'https://evil.example/', parent: null },
      { url: 'blocktime://app/', parent: {} },
      { url: 'blocktime://app.evil/', parent: null },
    ]) {
      expect(await handle({ senderFrame: frame }, {})).toMatchObject({ ok: false })
    }
  })

  it('knows its own address', () => {
    expect(['blocktime://app/', 'blocktime://app/index.html', 'blocktime://app/#x'].every(isOwnAddress)).toBe(true)
    expect(['blocktime://apple/', 'blocktime://app/../', 'http://app/', 'about:blank'].some(isOwnAddress)).toBe(false)
  })

  it('gets one function from the preload, over the one channel', () => {
    const preload = readFileSync(join(import.meta.dirname, '../../electron/preload.ts'), 'utf8')
    expect(preload).toContain(`ipcRenderer.invoke('${CALL_CHANNEL}', envelope)`)
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1)
    expect(preload.match(/ipcRenderer\./g)).toHaveLength(1)
  })
})
