import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { join } from 'node:path'
import { windowFiles } from '../browser/window-files.ts'
import { openApplication, type Application } from '../calls/application.ts'
import { openDesktopSettings } from '../settings/desktop-settings.ts'
import { StorageProblem } from '../storage/problem.ts'
import { callHandler } from './call-handler.ts'
import { ADDRESS, CALL_CHANNEL, SCHEME } from './channel.ts'
import { lockContents, lockSession } from './lock-down.ts'
import { applicationMenu } from './menu.ts'
import { windowSettings } from './window-settings.ts'

/** Runs the application in Electron's window. @param built the folder that holds `preload` and `renderer` */
export async function runDesktop(built: string, dataFolder: string): Promise<void> {
  // Must be said before the application is ready.
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  const application = await openOrSay(dataFolder)
  if (!application) return app.exit(1)
  serveFiles(join(built, 'renderer'))
  lockSession(session.defaultSession)
  ipcMain.handle(
    CALL_CHANNEL,
    callHandler((envelope) => application.dispatch(envelope)),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform, app.isPackaged)))
  const window = openWindow(join(built, 'preload', 'preload.cjs'))
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('will-quit', () => void application.close())
  await window.loadURL(ADDRESS)
}

/** A data file that cannot be worked with is not started on: the person is told what is wrong and what to do. */
async function openOrSay(dataFolder: string): Promise<Application | undefined> {
  try {
    return await openApplication({ dataFolder })
  } catch (error) {
    if (!(error instanceof StorageProblem)) throw error
    dialog.showErrorBox('Blocktime cannot open its data', error.message)
    return undefined
  }
}

function serveFiles(folder: string): void {
  const files = windowFiles(folder)
  protocol.handle(SCHEME, async (request) => {
    const { pathname, host } = new URL(request.url)
    const file = await files(host === 'app' ? pathname : '/nowhere')
    return new Response(typeof file.body === 'string' ? file.body : Buffer.from(file.body), {
      status: file.status,
      headers: file.headers,
    })
  })
}

function openWindow(preload: string): BrowserWindow {
  const settings = openDesktopSettings()
  const window = new BrowserWindow(windowSettings(preload, settings.read().bounds))
  window.once('ready-to-show', () => window.show())
  window.on('close', () => settings.write({ bounds: window.getNormalBounds() }))
  return window
}
