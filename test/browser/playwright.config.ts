import { defineConfig } from '@playwright/test'
import { quietSwitches } from '../../electron/browser/find-browser.ts'
import { testBrowser } from './test-browser.ts'

const executablePath = testBrowser()

export default defineConfig({
  testDir: '..',
  globalSetup: '../postgres/run-for-windows.ts',
  outputDir: '../../test-results/browser',
  // Seconds only on a quiet machine: a busy one must not turn the suite red.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One more than there are cores: half of the time a window waits.
  workers: 3,
  // A test that passes at the second try is a defect to look at, not a pass.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { args: quietSwitches(), ...(executablePath ? { executablePath } : {}) },
    // A trace takes a fifth of the time: --trace on gives one.
    trace: 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    // Nothing is waited for that only moves.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-US',
    timezoneId: 'America/Denver',
  },
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts' },
    // The same window in Electron itself; these skip themselves, visibly, where its binary is missing.
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
})
