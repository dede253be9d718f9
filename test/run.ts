import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { findBrowser } from '../electron/browser/find-browser.ts'

const ROOT = resolve(import.meta.dirname, '..')
const RESULTS = resolve(ROOT, 'test-results')

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Runs one tool of node_modules on this Node, its output passed through; says whether it ended well. */
function runs(title: string, script: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${title}\n`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [resolve(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' })
  process.stdout.write(`== ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  return status === 0
}

/** The browser tests need a real Chromium; on a Debian-like machine where we are root, it is installed. */
function browserIsThere(): boolean {
  if (findBrowser()) return true
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('\n== Installing Chromium for the browser tests\n')
    for (const args of [['update', '-q'], ['install', '-y', '-q', 'chromium']]) spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (findBrowser()) return true
  process.stdout.write('\nThe browser tests need Chromium, Chrome or Edge. Install one, or name it in BLOCKTIME_BROWSER.\n')
  return false
}

function unitCounts(): Counts {
  const file = resolve(RESULTS, 'unit.json')
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
}

function browserCounts(): Counts {
  const file = resolve(RESULTS, 'browser.json')
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

const steps = [
  runs('types', 'typescript/bin/tsc', ['--noEmit']),
  runs('lint', 'oxlint/bin/oxlint', ['--deny-warnings']),
  runs('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  runs('build', 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']),
  runs('unit, model-based and fault tests', 'vitest/vitest.mjs', [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  ]),
  browserIsThere() && runs('browser tests', '@playwright/test/cli.js', ['test', '--config', 'test/browser/playwright.config.ts']),
]

const counts = [unitCounts(), browserCounts()]
const total = (key: keyof Counts) => counts.reduce((sum, count) => sum + count[key], 0)
const broken = steps.filter((step) => !step).length
process.stdout.write(`\n${total('passed')} passed, ${Math.max(total('failed'), broken)} failed, ${total('skipped')} skipped\n`)
process.exitCode = broken > 0 || total('passed') === 0 ? 1 : 0
