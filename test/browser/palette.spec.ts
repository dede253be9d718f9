import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, signInAs, test } from './school-window.ts'

/** Opens the palette and writes into it, with the keyboard alone. */
async function find(page: Page, words: string) {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Find or do anything' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  return palette
}

/** Leaves a form whose first field shows its choices: Escape closes those, then the form. */
async function leave(page: Page): Promise<void> {
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function fillAction(page: Page, action: string, amount: string) {
  const row = page.getByRole('row', { name: /CP-1001/ })
  await row.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
  const dialog = page.getByRole('dialog', { name: action })
  await dialog.getByLabel('Amount').fill(amount)
  return dialog
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`the command palette, ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('is accessible, empty and with results', async ({ page, kestrel }) => {
      await openPackages(page, kestrel)
      const palette = await find(page, '')
      await expect(palette.getByRole('option', { name: 'New invoice' })).toBeVisible()
      await expectNoViolations(page, { colorsOnly: colorScheme === 'dark' })
      await page.keyboard.type('osei')
      await expect(palette.getByRole('option', { name: /CP-1001/ })).toBeVisible()
      await expectNoViolations(page, { colorsOnly: colorScheme === 'dark' })
    })
  })
}

test.describe('the command palette', () => {
  test('leads to a customer, a package and an invoice by a few letters and Enter', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const palette = await find(page, 'amelia')
    await expect(palette.getByRole('option', { selected: true })).toContainText('Amelia Osei')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Amelia Osei', level: 1 })).toBeVisible()
    await expect(palette).toBeHidden()

    await find(page, 'nobody of this name')
    await expect(palette.getByText('Nothing fits.')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('private 1001')
    await expect(palette.getByRole('option', { selected: true })).toContainText('CP-1001')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Package Balance' }).getByText('Total package price')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Package Balance' })).toBeHidden()

    await find(page, 'inv-2010')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Invoice' }).getByText('INV-2010').first()).toBeVisible()
  })

  test('does things: adds a customer whom it found, starts an invoice, changes the colors', async ({
    page,
    kestrel,
  }) => {
    await openPackages(page, kestrel)
    const palette = await find(page, 'add amelia')
    await expect(palette.getByRole('option', { selected: true })).toHaveText(/Add Amelia Osei to a package/)
    await page.keyboard.press('Enter')
    const adding = page.getByRole('dialog', { name: 'Add to package' })
    await expect(adding.getByRole('combobox', { name: 'Package' })).toBeFocused()
    await leave(page)
    await find(page, 'new inv')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'New invoice' }).getByLabel('Customer').first()).toBeFocused()
    await leave(page)
    await find(page, 'dark')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    // The colors are the person's: a window that remembers nothing, as every new one of a browser does, has them too.
    await page.evaluate(() => localStorage.clear())
    await openPackages(page, kestrel)
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  })

  test('gives the focus back, and offers only what the person may do', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    await page.getByLabel('Search').focus()
    const palette = await find(page, 'import')
    await expect(palette.getByRole('option', { name: /Import a school/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Search')).toBeFocused()
    await page.getByRole('button', { name: /Administrator/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await signInAs(page, kestrel, 'front_desk')
    await find(page, 'import')
    await expect(palette.getByText('Nothing fits')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /Front Desk/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await signInAs(page, kestrel, 'instructor')
    await find(page, 'amelia')
    await expect(palette.getByText('Nothing fits')).toBeVisible()
  })
})

test.describe('shortcuts', () => {
  test('are listed on ?, and work; never while writing or in a dialog', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(list.getByText('Go to Invoices')).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('n')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await expect(page.getByRole('tab', { name: 'Invoices', selected: true })).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.getByLabel('Search')).toBeFocused()
    await page.keyboard.type('n?gp')
    await expect(page.getByLabel('Search')).toHaveValue('n?gp')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('tab', { name: 'Invoices' }).focus()
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog', { name: 'New invoice' })).toBeVisible()
    await leave(page)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible()
  })
})

test.describe('what was done', () => {
  test('is said in a sentence; Show leads to it, and Undo opens the filled-in reversal without posting', async ({
    page,
    kestrel,
  }) => {
    await openPackages(page, kestrel)
    const payment = await fillAction(page, 'Package payment', '100,50')
    await payment.getByLabel('Amount').press('Enter')
    const said = page.getByRole('alert').filter({ hasText: 'is paid on CP-1001' })
    await expect(said).toContainText('100.50')
    // It stays as long as the pointer is on it.
    await said.hover()
    await expectNoViolations(page)
    await said.getByRole('button', { name: 'Show' }).click()
    const balance = page.getByRole('dialog', { name: 'Package Balance' })
    await expect(balance.getByRole('button', { name: 'Explain Amount paid: $5,100.50' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(balance).toBeHidden()

    await page.keyboard.press('u')
    const reversal = page.getByRole('dialog', { name: 'Reverse payment' })
    await expect(reversal.getByText(/of \$100\.50 by card on CP-1001/i)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(reversal).toBeHidden()
    await openBalance(page, 'CP-1001')
    await expect(balance.getByRole('button', { name: 'Explain Amount paid: $5,100.50' })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.keyboard.press('u')
    await reversal.getByLabel('Reason').fill('typed twice')
    await expect(reversal.getByRole('group', { name: 'Balances before and after' })).toContainText('$5,000.00')
    await reversal.getByRole('button', { name: 'Reverse payment' }).click()
    await expect(reversal).toBeHidden()
    await openBalance(page, 'CP-1001')
    await expect(balance.getByRole('button', { name: 'Explain Amount paid: $5,000.00' })).toBeVisible()
  })

  test('of hours goes back as the hours that arrived', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const balance = await openBalance(page, 'CP-1001')
    await balance.getByRole('button', { name: 'Actions' }).click()
    await balance.getByRole('menuitem', { name: 'Transfer hours' }).click()
    const dialog = page.getByRole('dialog', { name: 'Transfer hours' })
    await dialog.getByRole('combobox', { name: 'From' }).click()
    await page.getByRole('option', { name: /Ground/i }).click()
    await dialog.getByRole('combobox', { name: 'To' }).click()
    await page.getByRole('option').first().click()
    await dialog.getByLabel('Hours').fill('1:18')
    const became = await dialog.getByText(/1\.30 h become/).innerText()
    await dialog.getByRole('button', { name: 'Transfer hours' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('alert').getByRole('button', { name: 'Undo…' }).click()
    await expect(dialog.getByLabel('Hours')).toHaveValue(/become ([\d.]+)/.exec(became)![1]!)
    await expect(dialog.getByRole('combobox', { name: 'To' })).toHaveValue(/Ground/i)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(balance).toBeVisible()
  })

  test('is not offered to be undone without the permission', async ({ page, kestrel }) => {
    await signInAs(page, kestrel, 'front_desk')
    const payment = await fillAction(page, 'Package payment', '10')
    await payment.getByLabel('Amount').press('Enter')
    const said = page.getByRole('alert').filter({ hasText: 'is paid on CP-1001' })
    await expect(said.getByRole('button', { name: 'Show' })).toBeVisible()
    await expect(said.getByRole('button', { name: 'Undo…' })).toHaveCount(0)
  })

  test('to a customer comes back as the form with what was there before', async ({ page, kestrel }) => {
    await signInAs(page, kestrel, 'administrator')
    await find(page, 'amelia')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit customer' })
    await dialog.getByText('Inactive').click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('Amelia Osei is not active any more.')
    await page.getByRole('alert').getByRole('button', { name: 'Undo…' }).click()
    await expect(dialog.getByRole('radio', { name: 'Active', exact: true })).toBeChecked()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('Amelia Osei is active again.')
  })

  test('an invoice of the overview opens its dialog', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    await find(page, 'amelia')
    await page.keyboard.press('Enter')
    const reference = page.getByRole('table', { name: 'Invoices' }).getByRole('button').first()
    const ref = await reference.innerText()
    await reference.click()
    await expect(page.getByRole('dialog', { name: 'Invoice' }).getByText(ref).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(reference).toBeFocused()
  })
})
