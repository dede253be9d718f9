import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledFolder } from './build.mjs'
import { runToItsEnd } from './child.mjs'
import { electronBinary, fetchElectron } from './electron-binary.mjs'

/** Ends within this time are failures to start (a missing library, a forbidden sandbox), not somebody's quitting. */
const START_MILLISECONDS = 5000
const FAILED_SIGNALS = ['SIGTRAP', 'SIGABRT', 'SIGSEGV']
const LIBRARY_MISSING = 127

/** Starts the application: in Electron where that can be, else in the browser. Says in one line which and why. */
export async function start(root, words) {
  const hindrance = (await hindranceToElectron(root)) ?? (await runElectron(root, words))
  if (hindrance === undefined) return
  process.stderr.write(`Blocktime is served to a browser, because ${hindrance}.\n`)
  const closed = hasDisplay() || words.includes('--no-open') ? [] : ['--no-open']
  await runCommand(root, ['serve', ...closed, ...words])
}

/** Runs one command of the command line in this process. */
export async function runCommand(root, words) {
  // Halves the time until the command runs; Node 22 and newer know it. Beside the build, because in the computer's
  // folder for temporary files anybody could lay compiled code for it; by the environment, because threads ask that.
  process.env.NODE_COMPILE_CACHE ??= compiledFolder(root)
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
  const entry = join(root, 'out', 'main', 'cli.js')
  process.argv = [process.execPath, entry, ...words]
  await import(pathToFileURL(entry).href)
}

/** Why Electron cannot open a window here; undefined where it can. */
async function hindranceToElectron(root) {
  if (!hasDisplay()) return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'
  if (process.platform === 'linux' && process.getuid() === 0) return 'Electron does not run as root'
  if (electronBinary(root)) return undefined
  const failure = await fetchElectron(root)
  return failure && `Electron's binary is missing and ${failure}`
}

/** Answers undefined once Electron was quit, or why it did not start. */
async function runElectron(root, words) {
  process.stderr.write('Blocktime opens in Electron, because its binary and a display are here.\n')
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const end = await runToItsEnd(electronBinary(root), [root, ...words], env)
  if (end.error) return `Electron could not be started (${end.error.message})`
  const failed = end.code === LIBRARY_MISSING || FAILED_SIGNALS.includes(end.signal)
  if (!failed || end.milliseconds > START_MILLISECONDS) return undefined
  process.exitCode = undefined
  return 'Electron does not start on this computer; its reason is above'
}

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
