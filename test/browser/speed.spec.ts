import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { SAFE_HEADERS } from '../../electron/window/content-security.ts'
import { expect, openPackages, test } from './school-window.ts'

/** What a window may fetch of scripts, packed, for its first list. */
const MOST_SCRIPT_BYTES = 300 * 1024

interface Entries {
  readonly firstPaint: number
  readonly scripts: { readonly name: string; readonly bytes: number }[]
  /** when the button of the sign-in was pressed; null where none was */
  readonly signIn: number | null
  /** when the first row of the list was there; null on a page without one */
  readonly list: number | null
}

/** The browser's own entries of the page that is open. */
function entriesOf(page: Page): Promise<Entries> {
  return page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const markOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null
    return {
      firstPaint: paint?.startTime ?? 0,
      signIn: markOf('sign-in'),
      list: markOf('list'),
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

/** Marks the moment of the first press, and the one in which the first row of a list is there. */
async function markList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('click', () => performance.mark('sign-in'), { capture: true, once: true })
    const seen = new MutationObserver(() => {
      if (!/CP-\d+/.test(document.querySelector('[role=table], [role=grid], table')?.textContent ?? '')) return
      performance.mark('list')
      seen.disconnect()
    })
    seen.observe(document, { childList: true, subtree: true })
  })
}

/** How often each page is opened whose paint is compared: the middle one counts. */
const PAINTS = 5

/** When a page first painted something, opened in a window that has nothing else: by the browser's own entry. */
async function paintOf(browser: Browser, open: (page: Page) => Promise<unknown>): Promise<number> {
  const page = await browser.newPage()
  await open(page)
  await expect.poll(async () => (await entriesOf(page)).firstPaint).toBeGreaterThan(0)
  const { firstPaint } = await entriesOf(page)
  await page.close()
  return firstPaint
}

const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0

test('the first paint waits for no script and no style', async ({ browser, page, kestrel }) => {
  // With what the program's own page says of its safety: a page that shares no opener gets a process of its own.
  const headers = { ...SAFE_HEADERS, 'Content-Type': 'text/html' }
  const sentence = '<!doctype html><title>.</title><p>Nothing but this.</p>'
  const server = createServer((_, response) => response.writeHead(200, headers).end(sentence))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const trivial = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const [own, others]: [number[], number[]] = [[], []]
  for (let count = 0; count < PAINTS; count++) {
    others.push(await paintOf(browser, (opened) => opened.goto(trivial)))
    own.push(await paintOf(browser, (opened) => kestrel.open(opened)))
  }
  server.close()
  // eslint-disable-next-line no-console -- this is what the test is for
  console.log(
    `first paint ${middle(own).toFixed(0)} ms, of a trivial page ${middle(others).toFixed(0)} ms:`,
    `${(middle(own) / middle(others)).toFixed(2)} times.`,
  )
  await kestrel.open(page)
  const html = await page.evaluate(async () => (await fetch('/')).text())
  expect(html).toContain('class="opening"')
  expect(html).not.toContain('rel="stylesheet"')
  const scripts = html.match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) expect(script).toMatch(/ defer| type="module"/)
})

test('what stands before the first list is small, and the browser says what it took', async ({ page, kestrel }) => {
  await markList(page)
  await neverIdle(page)
  await openPackages(page, kestrel)
  await expect.poll(async () => (await entriesOf(page)).list).not.toBeNull()
  await page.waitForLoadState('networkidle')
  const { signIn, list, scripts } = await entriesOf(page)
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
  // eslint-disable-next-line no-console -- this is what the test is for
  console.log(
    `From the button of the sign-in to the first list: ${((list ?? 0) - (signIn ?? 0)).toFixed(0)} ms.`,
    `Scripts for it: ${bytes} bytes packed in ${scripts.length} files.`,
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
