import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, openPackages, test } from './school-window.ts'

/** What a window may fetch of scripts, packed, for its first list. */
const MOST_SCRIPT_BYTES = 300 * 1024

interface Entries {
  readonly firstPaint: number
  readonly scripts: { readonly name: string; readonly bytes: number }[]
  /** when the first row of the list was there; null on a page without one */
  readonly list: number | null
}

/** The browser's own entries of the page that is open. */
function entriesOf(page: Page): Promise<Entries> {
  return page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const list = performance.getEntriesByName('list')[0]
    return {
      firstPaint: paint?.startTime ?? 0,
      list: list?.startTime ?? null,
      scripts: resources
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ name, encodedBodySize }) => ({
          name: name.split('/').at(-1) ?? '',
          bytes: encodedBodySize,
        })),
    }
  })
}

/**
 * Keeps back what the window fetches when it has nothing else to do: how soon that is depends on the machine, and what
 * the first list needs does not.
 */
async function neverIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
}

/** Marks the moment in which the first row of a list is there. */
async function markList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!/CP-\d+/.test(document.querySelector('[role=table], [role=grid], table')?.textContent ?? '')) return
      performance.mark('list')
      seen.disconnect()
    })
    seen.observe(document, { childList: true, subtree: true })
  })
}

/** The first paint of a page with one sentence, in the same browser. */
async function trivialPaint(page: Page): Promise<number> {
  const server = createServer((_, response) => response.end('<!doctype html><title>.</title><p>Nothing but this.</p>'))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await expect.poll(async () => (await entriesOf(page)).firstPaint).toBeGreaterThan(0)
    return (await entriesOf(page)).firstPaint
  } finally {
    server.close()
  }
}

test('what stands before the first list is small, and the browser says what it took', async ({ page, kestrel }) => {
  const trivial = await trivialPaint(page)
  await markList(page)
  await neverIdle(page)
  await openPackages(page, kestrel)
  await expect.poll(async () => (await entriesOf(page)).list).not.toBeNull()
  await page.waitForLoadState('networkidle')
  const { firstPaint, list, scripts } = await entriesOf(page)
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
  // eslint-disable-next-line no-console -- this is what the test is for
  console.log(
    `first paint ${firstPaint.toFixed(0)} ms, of a trivial page ${trivial.toFixed(0)} ms: ${(firstPaint / trivial).toFixed(1)} times.`,
    `The list after ${list?.toFixed(0)} ms. Scripts for it: ${bytes} bytes packed in ${scripts.length} files.`,
  )
  expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
})

test('a key in the search is answered before the next frame is late', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.evaluate(() => {
    const slow: number[] = []
    Object.assign(window, { slow })
    new PerformanceObserver((list) => slow.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit)
  })
  await page.getByLabel('Search').pressSequentially('amelia', { delay: 50 })
  const slow = await page.evaluate(() => (window as unknown as { slow: number[] }).slow)
  // A noisy machine is no reason to fail: what the browser noted is said.
  // eslint-disable-next-line no-console -- this is what the test is for
  console.log(`keys that took 16 ms and more: ${slow.length === 0 ? 'none' : slow.map((ms) => `${ms} ms`).join(', ')}`)
  await expect(page.getByRole('row', { name: /Amelia Osei/ }).first()).toBeVisible()
})
