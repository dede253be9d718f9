import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FETCH_SECONDS = 120
const TELL_EVERY_SECONDS = 10
const TRY_AGAIN_AFTER_HOURS = 24

/** Where Electron's binary lies; undefined where the package has not fetched it. */
export function electronBinary(root) {
  const home = join(root, 'node_modules', 'electron')
  try {
    const inside = readFileSync(join(home, 'path.txt'), 'utf8').trim()
    const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), inside)
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/**
 * Fetches the binary with the package's own installer. Answers a sentence's end that says why it is still missing,
 * or undefined where it is here now. A failure is remembered for a day: who is offline does not wait at every start.
 */
export async function fetchElectron(root) {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return 'its package is not installed'
  const note = join(root, 'out', 'electron-not-fetched')
  if (triedLately(note)) return 'it could not be fetched lately; "npx install-electron" tries again'
  process.stderr.write('Fetching Electron, once, about 120 MB …\n')
  const failure = await install(installer)
  if (failure === undefined && electronBinary(root)) return undefined
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(note, `${failure ?? 'no binary afterwards'}\n`)
  return `it could not be fetched (${failure ?? 'no binary afterwards'})`
}

function triedLately(note) {
  try {
    return Date.now() - statSync(note).mtimeMs < TRY_AGAIN_AFTER_HOURS * 3_600_000
  } catch {
    return false
  }
}

/** Answers undefined, or the failure in a few words. */
function install(installer) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    let seconds = 0
    child.stderr.on('data', (chunk) => (words += chunk))
    const clock = setInterval(() => {
      seconds += TELL_EVERY_SECONDS
      process.stderr.write(`Fetching Electron … ${seconds} s\n`)
      if (seconds >= FETCH_SECONDS) child.kill()
    }, TELL_EVERY_SECONDS * 1000)
    const end = (failure) => {
      clearInterval(clock)
      resolve(failure)
    }
    child.once('error', (error) => end(error.message))
    child.once('close', (code, signal) => {
      if (code === 0) end(undefined)
      else end(signal ? `not done after ${FETCH_SECONDS} s` : firstLine(words))
    })
  })
}

function firstLine(words) {
  const line = words.split('\n').find((text) => text.trim() !== '')
  return line?.replace(/^\w*Error: /, '').trim() ?? 'no reason given'
}
