import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** The whole suite, or the files that are named, with every school on a server. What is about the file itself is skipped there. */
const ROOT = resolve(import.meta.dirname, '..', '..')
const words = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  [resolve(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...words],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BLOCKTIME_TEST_ENGINE: 'postgres' } },
)
process.exitCode = status ?? 1
