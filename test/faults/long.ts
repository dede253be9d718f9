import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

// The long form of the fault and model-based tests: 200 kills, 10,000 actions compared one by one.

const root = resolve(import.meta.dirname, '..', '..')
const vitest = resolve(root, 'node_modules', 'vitest', 'vitest.mjs')
const ended = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/faults', 'test/model/engine.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BLOCKTIME_KILLS: '200', BLOCKTIME_MODEL_ACTIONS: '10000' },
  },
)
process.exitCode = ended.status ?? 1
