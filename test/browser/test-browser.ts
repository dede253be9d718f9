import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../electron/browser/find-browser.ts'

/**
 * The browser that the tests drive: the one that BLOCKTIME_CHROMIUM names, else an installed Chromium, Chrome or Edge,
 * else Playwright's own. Undefined where there is none.
 */
export function testBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['BLOCKTIME_CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  return findBrowser(environment) ?? [chromium.executablePath()].find((path) => existsSync(path))
}
