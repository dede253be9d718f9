import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser, quietSwitches } from './find-browser.ts'
import { profileFolder } from './window-profile.ts'

const HANDOVER_MS = 30_000

/** A browser window that this process opened. */
export interface OpenedWindow {
  /** when its browser ended, by whomever */
  readonly ended: Promise<void>
  /** Closes it where it is still open, and takes away what it left behind. */
  close(): Promise<void>
}

/**
 * Opens the application in a window of its own, or answers undefined where no browser is found. The address does not
 * stand on the command line, which other users of the computer can read: a file that only this user can read leads
 * to it, and is gone when the token in it is.
 */
export async function openWindow(
  address: string,
  dataFolder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<OpenedWindow | undefined> {
  const browser = findBrowser(environment)
  if (!browser || !hasDisplay(environment)) return undefined
  const folder = join(dataFolder, 'window')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const handover = join(folder, `open-${process.pid}.html`)
  const forgetHandover = () => rmSync(handover, { force: true })
  forgetHandover()
  const page = `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">`
  writeFileSync(handover, page, { mode: 0o600, flag: 'wx' })
  setTimeout(forgetHandover, HANDOVER_MS).unref()
  const profile = profileFolder(folder)
  const switches = [
    `--app=${pathToFileURL(handover).href}`,
    `--user-data-dir=${profile}`,
    '--window-size=1440,900',
    ...quietSwitches(),
  ]
  const window = spawn(browser, switches, { stdio: 'ignore', env: environment })
  const ended = endOf(window)
  const close = async () => {
    window.kill()
    await ended
    forgetHandover()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  if (await spawned(window)) return { ended, close }
  await close()
  return undefined
}

function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

/** Never fails: a browser that could not be started has ended, too. */
function endOf(window: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    window.once('exit', () => resolve())
    window.once('error', () => resolve())
  })
}

async function spawned(window: ChildProcess): Promise<boolean> {
  try {
    await once(window, 'spawn')
    return true
  } catch {
    return false
  }
}
