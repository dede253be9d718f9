import type { Page } from '@playwright/test'
import { expect, openPackages, test } from './school-window.ts'

// Found in pictures: the largest report took its page sideways at 1440 pixels, with its last columns and its buttons out
// of sight; the tables of Settings did so in a narrow window; and numbers ran into the bars beside them.

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  // 1440 x 900 at a zoom of 200 %.
  { width: 720, height: 450 },
]
const BILLING = ['Packages', 'Invoices', 'Statements', 'Reports', 'Reconcile', 'Closing', 'Integrity']
const SETTINGS = ['Set-up', 'Import', 'Backups', 'School', 'Hour types', 'Products and services', 'Packages', 'Users']
const REPORTS = ['What the school owes', 'What is owed to the school', 'Payments and reversals', 'The ledger']

/** What moves sideways, but a table in its own room and the row of tabs. */
function wide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX)
      if (!scrolls || element.scrollWidth <= element.clientWidth + 1) return []
      if (element.getAttribute('aria-label')?.endsWith('scrolls sideways')) return []
      return [`${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`]
    }),
  )
}

test('no screen is wider than its window', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  const look = async (what: string) =>
    expect(async () => expect(await wide(page), what).toEqual([])).toPass({ timeout: 5_000 })
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.getByRole('link', { name: 'Billing' }).click()
    for (const tab of BILLING) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible()
      for (const report of tab === 'Reports' ? REPORTS : []) {
        await page.getByRole('radio', { name: report }).check()
        await expect(page.getByRole('button', { name: /CSV|PDF|Save/ }).first()).toBeVisible()
        await look(`${report} at ${size.width}`)
      }
      await look(`${tab} at ${size.width}`)
    }
    await page.getByRole('link', { name: 'Customers' }).click()
    // One of them has an account that moved.
    for (const customer of ['Amelia Osei', 'Lucía Fernández']) {
      await page.getByRole('link', { name: customer }).click()
      await expect(page.getByRole('heading', { name: customer })).toBeVisible()
      await look(`${customer} at ${size.width}`)
      await page.getByRole('link', { name: 'Customers' }).click()
    }
    await page.getByRole('link', { name: 'Settings' }).click()
    for (const tab of SETTINGS) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toBeVisible()
      await look(`Settings, ${tab} at ${size.width}`)
    }
  }
})

test('in the Packages list no number runs into its bar, and one package fills the customer’s page', async ({
  page,
  kestrel,
}) => {
  await openPackages(page, kestrel)
  for (const width of [1440, 1280, 1024, 800, 720]) {
    await page.setViewportSize({ width, height: 700 })
    const hours = page.getByRole('row', { name: /CP-1001/ }).getByText('116.90')
    await expect(async () => {
      const [number, bar] = await hours.evaluate((element) => {
        const range = document.createRange()
        range.selectNode(element.firstChild!)
        const track = element.querySelector('[aria-hidden="true"]')!
        return [range.getBoundingClientRect().right, track.getBoundingClientRect().left]
      })
      expect(number).toBeLessThan(bar!)
    }).toPass({ timeout: 5_000 })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('link', { name: 'Amelia Osei' }).click()
  const packages = page.getByRole('region', { name: 'Packages' })
  const [room, box] = [await packages.boundingBox(), await packages.getByRole('article').boundingBox()]
  expect(box!.width).toBeGreaterThan(room!.width * 0.9)
})
