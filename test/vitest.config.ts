import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    globalSetup: ['test/postgres/run.ts'],
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/electron/**'],
    // A process a file: a native module that crashes takes its own file with it, and nothing else.
    pool: 'forks',
    // Two cores: more workers would only take turns.
    maxWorkers: 2,
    // Generous, because a noisy machine is no reason to fail; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
})
