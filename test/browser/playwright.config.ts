import { defineConfig } from '@playwright/test'
import { resolve } from 'node:path'
import { quietSwitches } from '../../electron/browser/find-browser.ts'
import { testBrowser } from './chromium.ts'

const results = resolve(import.meta.dirname, '../../test-results')
const executablePath = testBrowser()

export default defineConfig({
  outputDir: resolve(results, 'browser'),
  workers: 2,
  // A test that passes at the second try is a defect to look at, not a pass.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: resolve(results, 'browser.json') }]],
  use: {
    browserName: 'chromium',
    headless: true,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: quietSwitches(), ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'browser', testDir: import.meta.dirname },
    // The same window in Electron itself; skips itself, visibly, where the binary is missing.
    { name: 'electron', testDir: resolve(import.meta.dirname, '../electron') },
  ],
})
