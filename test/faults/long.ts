import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

// The long form of the fault and model-based tests: 10,000 actions compared one by one; with --figures the table of
// what holds under kills, power cuts, failing disks and changed bits.

const root = resolve(import.meta.dirname, '..', '..')
const words = process.argv.slice(2)
const vitest = resolve(root, 'node_modules', 'vitest', 'vitest.mjs')
const command = words.includes('--figures')
  ? [resolve(import.meta.dirname, 'figures.ts'), ...words]
  : [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/faults', 'test/model/engine.test.ts']
const ended = spawnSync(process.execPath, command, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BLOCKTIME_MODEL_ACTIONS: '10000' },
})
process.exitCode = ended.status ?? 1
