import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeDemonstration } from '../../electron/billing/school-store.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { benchSchool } from '../../electron/terminal/bench/bench-school.ts'
import { fill } from '../../electron/terminal/bench/importing.ts'
import { expect, serve, signInAs, test } from './school-window.ts'

/** Customer packages, each added and paid once. */
const PACKAGES = 200_000
/** Rows in view, those kept above and below them, the head, and the one that holds the focus. */
const MOST_ROWS = 90
const FRAMES = 600
/** Rows of a page of the list. */
const PAGE = 50

interface Scrolled {
  /** milliseconds from each frame to the next */
  readonly intervals: readonly number[]
  /** the most rows that were in the page at once */
  readonly rows: number
  /** what was asked of the engine meanwhile */
  readonly asks: number
}

/** Scrolls the list by so many pixels a frame, and lets the browser say what it took. */
function scroll(page: Page, pixels: number, frames: number): Promise<Scrolled> {
  return page.evaluate(
    async ([step, count]) => {
      performance.setResourceTimingBufferSize(100_000)
      performance.clearResourceTimings()
      const table = document.querySelector('[role=table]')
      const frame = () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(resolve)
        })
      const intervals: number[] = []
      let rows = 0
      let last = await frame()
      for (let done = 0; done < count; done++) {
        table?.parentElement?.scrollBy({ top: step })
        const now = await frame()
        intervals.push(now - last)
        last = now
        rows = Math.max(rows, document.querySelectorAll('[role=row]').length)
      }
      return { intervals, rows, asks: performance.getEntriesByType('resource').length }
    },
    [pixels, frames] as const,
  )
}

function said(what: string, { intervals, rows, asks }: Scrolled, display: number): void {
  const late = intervals.filter((interval) => interval > 1.5 * display).length
  const slowest = Math.max(...intervals)
  // eslint-disable-next-line no-console -- this is what the test is for
  console.log(
    `${what}: ${late} of ${intervals.length} frames late, the slowest ${slowest.toFixed(0)} ms (the display's ${display.toFixed(1)} ms);`,
    `at most ${rows} rows in the page, ${asks} calls.`,
  )
}

test('a list of 200,000 rows scrolls with few rows in the page and few calls', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-large-'))
  const application = await openApplication({ dataFolder: folder })
  await fill(application.database, benchSchool(PACKAGES, 2 * PACKAGES))
  await application.database.write((db) => makeDemonstration(db, { userId: null, now: new Date() }))
  await application.close()
  const { school, end } = await serve(folder)
  rmSync(folder, { recursive: true, force: true })
  try {
    await signInAs(page, school, 'front_desk')
    await page.getByRole('link', { name: 'Billing' }).click()
    const table = page.getByRole('table')
    await expect(table.getByRole('row', { name: /CP-\d+/ }).first()).toBeVisible()
    await expect(table).toHaveAttribute('aria-rowcount', String(PACKAGES + 1))
    const still = await scroll(page, 0, 60)
    const display = still.intervals.toSorted((one, other) => one - other)[30] ?? 0

    const reading = await scroll(page, 120, FRAMES)
    said('as one reads', reading, display)
    expect(reading.rows).toBeLessThanOrEqual(MOST_ROWS)
    // A page of rows is asked for once, ahead of the view.
    expect(reading.asks).toBeLessThanOrEqual((FRAMES * 120) / 30 / PAGE + 20)

    const height = await table.evaluate((element) => element.scrollHeight)
    const through = await scroll(page, Math.ceil(height / FRAMES), FRAMES)
    said('from end to end', through, display)
    expect(through.rows).toBeLessThanOrEqual(MOST_ROWS)
    // The scroll bar passes all places: where it rests is asked for, at the most once a frame.
    expect(through.asks).toBeLessThanOrEqual(FRAMES)
    await expect(table.locator(`[aria-rowindex="${PACKAGES + 1}"]`)).toContainText(/CP-\d+/)
  } finally {
    await page.close()
    await end()
  }
})
