import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../electron/browser/find-browser.ts'

/**
 * Debian's Chromium without a window. It is the same browser, and the tests take two thirds of the processor time with it:
 * the whole one draws a window that nobody sees.
 */
export const WINDOWLESS = '/usr/bin/chromium-headless-shell'

/**
 * The browser that the tests drive: the one that BLOCKTIME_CHROMIUM names, else Chromium without a window, else an
 * installed Chromium, Chrome or Edge, else Playwright's own. Undefined where there is none.
 */
export function testBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['BLOCKTIME_CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  if (existsSync(WINDOWLESS)) return WINDOWLESS
  return findBrowser(environment) ?? [chromium.executablePath()].find((path) => existsSync(path))
}
