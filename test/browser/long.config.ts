import { defineConfig } from '@playwright/test'
import usual from './playwright.config.ts'

/** What takes minutes, because it makes a large school first: outside of `npm test`. */
export default defineConfig({
  ...usual,
  timeout: 1_800_000,
  workers: 1,
  reporter: 'list',
  outputDir: '../../test-results/long',
  projects: [{ name: 'long', testMatch: 'browser/**/*.long.ts' }],
})
