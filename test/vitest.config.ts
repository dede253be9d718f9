import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  resolve: {
    alias: [
      { find: /^.*\/password-cost\.ts$/, replacement: resolve(import.meta.dirname, 'people', 'password-cost.ts') },
    ],
  },
  test: {
    globalSetup: ['test/postgres/run.ts'],
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/electron/**'],
    // A process a file: a native module that crashes takes its own file with it, and nothing else.
    pool: 'forks',
    // Twice as many as the cores of a small machine: half of the time a test waits, for a disk, a server or a process.
    maxWorkers: 4,
    // Generous, because a noisy machine is no reason to fail; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
