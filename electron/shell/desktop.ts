import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
} from 'electron'
import { join } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { windowFiles } from '../window/window-files.ts'
import { openApplication } from '../calls/application.ts'
import { log } from '../log/program-log.ts'
import { hostStarted } from '../log/host-started.ts'
import { openDesktopSettings } from '../settings/desktop-settings.ts'
import type { SettingsStore } from '../settings/schema.ts'
import { asFolderProblem, StorageProblem } from '../storage/problem.ts'
import { callHandler } from './call-handler.ts'
import { ADDRESS, CALL_CHANNEL, SCHEME } from './channel.ts'
import { keychainOf } from './keychain.ts'
import { lockContents, lockSession } from './lock-down.ts'
import { applicationMenu } from './menu.ts'
import { askBeforeBreakingOff, beforeQuitting } from './quit.ts'
import { folderDialog } from './folder-dialog.ts'
import { placeFiles } from './own-places.ts'
import { closeAtSessionEnd } from './session-end.ts'
import { windowSettings } from './window-settings.ts'
import { noteTrouble, watchWindow, type Ask } from './window-trouble.ts'

/**
 * Takes the data folder for this process; false where a window on it is open already. Electron locks its own folder,
 * so that one is made the same: a second school can be open beside the first, the same one cannot.
 */
export function ownsDataFolder(dataFolder: string): boolean {
  try {
    placeFiles(app, dataFolder)
  } catch (error) {
    sayWhyNot(asFolderProblem(error, dataFolder))
  }
  return app.requestSingleInstanceLock()
}

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
  hostStarted(dataFolder, 'window')
  const settings = openDesktopSettings(dataFolder)
  const application = await openApplication({
    dataFolder,
    idleMinutes: settings.read().idleMinutes,
    keychain: keychainOf(safeStorage, process.platform),
    backups: true,
    chooseFolder: folderDialog(dialog, () => BrowserWindow.getAllWindows()[0]),
  })
  askBeforeBreakingOff(app, () => application.busy(), ask)
  beforeQuitting(app, () => application.close())
  serveFiles(join(built, 'renderer'))
  lockSession(session.defaultSession)
  ipcMain.handle(
    CALL_CHANNEL,
    callHandler((envelope) => application.dispatch(envelope)),
  )
  const window = openWindow(join(built, 'preload', 'preload.cjs'), settings)
  // The window opens its help by this key; it has no other ear for this process.
  const help = () => window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(process.platform, app.isPackaged, help)))
  watchWindow(window, ask, () => app.quit())
  noteTrouble(window, (what) => log(dataFolder, { event: 'window', what }))
  closeAtSessionEnd(window, powerMonitor, () => application.close())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(ADDRESS)
}

const ask: Ask = async (message, detail, buttons) => {
  const { response } = await dialog.showMessageBox({ type: 'warning', message, detail, buttons: [...buttons] })
  return response
}

/** Tells the person why the application does not start, and ends it: it does not work on a file it cannot trust. */
export function sayWhyNot(error: unknown): void {
  const known = error instanceof StorageProblem
  dialog.showErrorBox(
    known ? say('shell.blocktime_cannot_open_its_data') : say('shell.blocktime_cannot_start'),
    String(error).replace(/^Error: /, ''),
  )
  app.exit(1)
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

function openWindow(preload: string, settings: SettingsStore): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow(windowSettings(preload, settings.read().bounds, screens))
  window.once('ready-to-show', () => window.show())
  window.on('close', () => settings.write({ bounds: window.getNormalBounds() }))
  return window
}
