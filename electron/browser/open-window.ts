import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser, quietSwitches } from './find-browser.ts'

const HANDOVER_MS = 30_000

/**
 * Opens the application in a window of its own, or answers undefined where no browser is found. The address does not
 * stand on the command line, which other users of the computer can read: a file that only this user can read leads
 * to it, and is gone when the token in it is.
 */
export async function openWindow(address: string, dataFolder: string): Promise<ChildProcess | undefined> {
  const browser = findBrowser()
  if (!browser || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']))
    return undefined
  const folder = join(dataFolder, 'window')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const handover = join(folder, `open-${process.pid}.html`)
  writeFileSync(handover, `<!doctype html><meta http-equiv="refresh" content="0; url=${address}">`, { mode: 0o600 })
  setTimeout(() => rmSync(handover, { force: true }), HANDOVER_MS).unref()
  const switches = [
    `--app=${pathToFileURL(handover).href}`,
    `--user-data-dir=${join(folder, 'profile')}`,
    '--window-size=1440,900',
  ]
  const window = spawn(browser, [...switches, ...quietSwitches()], { stdio: 'ignore' })
  try {
    await once(window, 'spawn')
    return window
  } catch {
    return undefined
  }
}
