import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** The suites that say nothing of a file: the same tests, with every school on a server. */
const SUITES = [
  'test/postgres',
  'test/model',
  'test/billing',
  'test/ledger',
  'test/people',
  'test/reconcile',
  'test/reports',
  'test/statements',
  'test/school/example-schools.test.ts',
  'test/school/kestrel.test.ts',
  'test/school/hledger.test.ts',
  'test/school/journal.test.ts',
  'test/calls/permissions.test.ts',
  'test/calls/access.test.ts',
  'test/calls/only-once.test.ts',
  'test/calls/stale-basis.test.ts',
  'test/calls/desk-actions.test.ts',
]

const ROOT = resolve(import.meta.dirname, '..', '..')
const words = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  [
    resolve(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    ...(words.length > 0 ? words : SUITES),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BLOCKTIME_TEST_ENGINE: 'postgres' } },
)
process.exitCode = status ?? 1
