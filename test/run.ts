import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { browserForTests } from './run/browser-for-tests.ts'
import { browserCounts, unitCounts } from './run/counts.ts'
import { browserFailures, unitFailures } from './run/failures.ts'

const ROOT = resolve(import.meta.dirname, '..')
const RESULTS = resolve(ROOT, 'test-results')
const UNIT_RESULTS = resolve(RESULTS, 'unit.json')
const BROWSER_RESULTS = resolve(RESULTS, 'browser.json')

// The tests start many processes and threads of the same code: it is compiled once.
const ENV = { ...process.env, NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/compiled') }

function ended(title: string, ok: boolean, began: number): boolean {
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  process.stdout.write(`== ${title}: ${ok ? 'ok' : 'FAILED'}, ${seconds} s\n`)
  return ok
}

/** Runs one script on this Node, its output passed through; answers whether it ended well. */
function succeeds(title: string, script: string, ...words: readonly string[]): boolean {
  process.stdout.write(`\n== ${title}\n`)
  const began = Date.now()
  const { status } = spawnSync(process.execPath, [resolve(ROOT, script), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: ENV,
  })
  return ended(title, status === 0, began)
}

/** The same beside others: its output comes in one piece when it has ended. */
async function succeedsBeside(title: string, script: string, ...words: readonly string[]): Promise<boolean> {
  const began = Date.now()
  const child = spawn(process.execPath, [resolve(ROOT, script), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENV,
  })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part))
  const ok = await new Promise<boolean>((resolveOk) => {
    child.once('error', () => resolveOk(false)).once('close', (code) => resolveOk(code === 0))
  })
  process.stdout.write(`\n== ${title}\n${Buffer.concat(output).toString()}`)
  return ended(title, ok, began)
}

function browserTests(): boolean {
  process.stdout.write('\n== browser for the tests\n')
  const browser = browserForTests()
  if (!browser) return false
  process.stdout.write(`${browser}\n`)
  return succeeds(
    'browser tests',
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'test/browser/playwright.config.ts',
  )
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

const [types, lint, format, build] = await Promise.all([
  succeedsBeside('types', 'node_modules/typescript/bin/tsc', '--noEmit'),
  succeedsBeside('lint', 'node_modules/oxlint/bin/oxlint', '--deny-warnings'),
  succeedsBeside('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  succeedsBeside('build', 'electron/launch.mjs', 'build'),
])
const checks = { types, lint, format, build }
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`]
const tests = {
  unit: succeeds(
    'unit tests',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    ...reporters,
  ),
  browser: checks.build && browserTests(),
}

const counts = [unitCounts(UNIT_RESULTS, tests.unit), browserCounts(BROWSER_RESULTS, tests.browser)]
const broken = Object.entries({ ...checks, ...tests }).flatMap(([step, ok]) => (ok ? [] : [step]))
const sum = (key: keyof (typeof counts)[number]) => counts.reduce((total, count) => total + count[key], 0)
// A failed check counts as one failure, so that the closing line never says 0 failed where the run failed.
const failed = sum('failed') + Object.values(checks).filter((ok) => !ok).length

// Said again at the end, where one looks first: thousands of lines stand between a test and the count.
for (const text of [...unitFailures(UNIT_RESULTS), ...browserFailures(BROWSER_RESULTS)])
  process.stdout.write(`\n${text}\n`)
process.stdout.write(broken.length > 0 ? `\nFailed: ${broken.join(', ')}\n\n` : '\n')
process.exitCode = failed > 0 || broken.length > 0 || sum('passed') === 0 ? 1 : 0
process.stdout.write(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`)
