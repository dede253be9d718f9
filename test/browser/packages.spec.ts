import type { Page } from '@playwright/test'
import { expect, openBalance, openPackages, test } from './school-window.ts'

/** The references of the rows, from the top. */
async function refs(page: Page): Promise<string[]> {
  const texts = await page.getByRole('row').allInnerTexts()
  return texts.flatMap((text) => /CP-\d+/.exec(text)?.[0] ?? [])
}

test.describe('the Packages tab', () => {
  test('shows customer, package, status, hours, price, paid, owed and last activity', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const row = page.getByRole('row', { name: /CP-1001/ })
    for (const text of [
      'Amelia Osei',
      'Private Pilot 2026',
      'Active',
      '116.90',
      '$17,350.44',
      '$5,000.00',
      '$12,350.44',
      'Jan 25, 2026',
    ]) {
      await expect(row.getByText(text)).toBeVisible()
    }
    expect(await refs(page)).toHaveLength(8)
  })

  test('searches as one types, by name without accents, by number and by package', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const search = page.getByLabel('Search')
    await search.fill('lucia')
    await expect.poll(() => refs(page)).toEqual(['CP-1003'])
    await search.fill('C-005 private')
    await expect.poll(() => refs(page)).toEqual(['CP-1005'])
    for (const nothing of ['nobody', '%%']) {
      await search.fill(nothing)
      await expect.poll(() => refs(page)).toEqual([])
    }
    await search.fill('')
    await expect.poll(() => refs(page)).toHaveLength(8)
  })

  test('sorts by a column up and down, and filters by status', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const owed = page.getByRole('columnheader', { name: 'Owed' })
    await owed.getByRole('button').click()
    await expect(owed).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(async () => (await refs(page))[0]).toBe('CP-1002')
    await owed.getByRole('button').click()
    await expect(owed).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(async () => (await refs(page))[0]).toBe('CP-1003')
    await page.getByRole('radio', { name: 'Removed' }).check()
    await expect.poll(() => refs(page)).toEqual(['CP-1008'])
  })
})

test.describe('the Packages tab in a narrow window', () => {
  for (const [words, width, height] of [
    ['800 px', 800, 600],
    ['1024 px at 200 % zoom', 512, 350],
  ] as const) {
    test(`at ${words} keeps whole names and rows; the money goes first`, async ({ page, kestrel }) => {
      await page.setViewportSize({ width, height })
      await openPackages(page, kestrel)
      const name = page.getByRole('row', { name: /CP-1001/ }).getByText('Amelia Osei')
      await name.scrollIntoViewIfNeeded()
      await expect(name).toBeInViewport({ ratio: 1 })
      expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
      await expect(page.getByRole('columnheader', { name: 'Price' })).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Add to package' })).toBeInViewport({ ratio: 1 })
    })
  }

  test('its columns can be chosen, and stay so', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Paid' }).click()
    await expect(page.getByRole('columnheader', { name: 'Paid' })).toHaveCount(0)
    await openPackages(page, kestrel)
    await expect(page.getByRole('columnheader', { name: 'Owed' })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Paid' })).toHaveCount(0)
  })
})

test.describe('the Package Balance', () => {
  test('shows the amounts that people confuse, each under its own name, and the lines', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1001')
    await expect(dialog.getByRole('button', { name: /Total package price.*\$17,350\.44/ })).toBeVisible()
    await expect(dialog.getByRole('button', { name: /Amount paid.*\$5,000\.00/ })).toBeVisible()
    await expect(dialog.getByRole('button', { name: /Amount owed.*\$12,350\.44/ })).toBeVisible()
    await expect(dialog.getByRole('button', { name: /Package funds.*\$4,590\.87/ })).toBeVisible()
    await expect(dialog.getByRole('heading', { name: 'Hours' })).toBeVisible()
    await expect(dialog.getByRole('heading', { name: 'Products and services' })).toBeVisible()
    const ground = dialog.getByRole('row', { name: /GROUND/ })
    await expect(ground).toContainText('15.00')
    await expect(ground).toContainText('2.00')
    await expect(ground).toContainText('13.00 available')
  })

  test('has no section for what the package does not hold', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1004')
    await expect(dialog.getByRole('heading', { name: 'Products and services' })).toBeVisible()
    await expect(dialog.getByRole('heading', { name: 'Hours' })).toHaveCount(0)
  })

  test('as of a day shows the balances of that day, and says when the customer had not been added', async ({
    page,
    kestrel,
  }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1002')
    await dialog.getByLabel('As of').fill('2026-01-16')
    await expect(dialog.getByRole('button', { name: /Package funds.*\$1,590\.98/ })).toBeVisible()
    await expect(dialog.getByRole('row', { name: /C172S/ })).toContainText('8.50')
    await dialog.getByLabel('As of').fill('2026-01-01')
    await expect(dialog.getByText(/had not been added/)).toBeVisible()
  })
})

test.describe('the History', () => {
  test('lists every action newest first, with its details', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1002')
    await dialog.getByRole('button', { name: 'History', exact: true }).click()
    const history = page.getByRole('dialog', { name: 'History' })
    const rows = history.getByRole('row').filter({ hasText: /INV-|PAY-|CP-/ })
    await expect(rows.first()).toContainText('INV-2010')
    await expect(rows.last()).toContainText('Added to package')
    const voided = rows.filter({ hasText: 'Invoice void' })
    await voided.getByRole('button').first().click()
    await expect(history.getByText('wrong aircraft')).toBeVisible()
  })

  test('of a number shows the entries that make it, and they add up to it', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1001')
    await dialog.getByRole('button', { name: /Package funds/ }).click()
    const history = page.getByRole('dialog', { name: 'History' })
    await expect(history.getByText('Sum of 2 entries')).toContainText('$4,590.87')
    await expect(history.getByText('−$409.13').first()).toBeVisible()
    await history.getByRole('button', { name: 'Show all entries' }).click()
    await expect(history.getByText('Invoice deleted')).toBeVisible()
  })

  test('filters by action', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await openBalance(page, 'CP-1001')
    await dialog.getByRole('button', { name: 'History', exact: true }).click()
    const history = page.getByRole('dialog', { name: 'History' })
    await history
      .getByRole('textbox', { name: 'Action' })
      .or(history.getByRole('combobox', { name: 'Action' }))
      .first()
      .click()
    await page.getByRole('option', { name: 'Package payment', exact: true }).click()
    await expect(history.getByRole('row').filter({ hasText: 'INV-2001' })).toHaveCount(0)
    await expect(history.getByRole('row').filter({ hasText: 'PAY-1' })).toHaveCount(1)
  })
})
