import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { whileLocked } from './lock.mjs'

/** What the build is made from. */
const SOURCES = ['electron', 'renderer', 'shared', 'migrations', 'electron.vite.config.ts', 'package.json']

/** Builds out/ where it is missing or made from other sources; answers whether it can be used now. */
export async function buildIfNeeded(root) {
  if (isFresh(root)) return true
  // Somebody else may have built it while this one waited.
  return whileLocked(join(root, 'out'), async () => isFresh(root) || buildNow(root))
}

/** Builds out/ in any case. */
export async function build(root) {
  return whileLocked(join(root, 'out'), () => buildNow(root))
}

/** Where what was compiled of the build is kept. */
export function compiledFolder(root) {
  return join(root, 'out', 'compiled')
}

async function buildNow(root) {
  const bundler = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(bundler))
    return failed('Blocktime is not installed completely: run "npm ci" in its folder, then try again.')
  process.stderr.write('Building Blocktime …\n')
  rmSync(markOf(root), { force: true })
  rmSync(compiledFolder(root), { recursive: true, force: true })
  // Taken before the build: a file saved while it runs then counts as newer than it.
  const mark = fingerprint(root)
  const code = await run(bundler, root)
  if (code !== 0) return failed('Blocktime could not be built; the reason is above.')
  writeFileSync(markOf(root), mark)
  return true
}

/** The build's words go to standard error: standard output belongs to the command's answer. */
function run(bundler, root) {
  return new Promise((resolve) => {
    const words = [bundler, 'build', '--logLevel', 'warn']
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function failed(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
  return false
}

function markOf(root) {
  return join(root, 'out', 'built-from')
}

function isFresh(root) {
  try {
    return readFileSync(markOf(root), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

/** Names, times and sizes of all sources: a changed, new or deleted file gives another fingerprint. */
function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}\n${mtimeMs}\n${size}\n`)
  }
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else add(path)
    }
  }
  for (const source of SOURCES) {
    const path = join(root, source)
    if (statSync(path).isDirectory()) walk(path)
    else add(path)
  }
  return hash.digest('hex')
}
