import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

async function choose(page: Page, ref: string, action: string) {
  await page
    .getByRole('row', { name: new RegExp(ref) })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: action }).click()
  return page.getByRole('dialog', { name: action })
}

test.describe('Actions on a package', () => {
  test('takes a payment with its effect shown before, and the balance agrees', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await choose(page, 'CP-1001', 'Package payment')
    await expect(dialog.getByLabel('Amount')).toBeFocused()
    await dialog.getByLabel('Amount').fill('100,50')
    const changes = dialog.getByRole('group', { name: 'Balances before and after' })
    await expect(changes).toContainText('Amount paid')
    const after = (await changes.locator('strong').first().textContent()) ?? ''
    await expectNoViolations(page)
    await dialog.getByLabel('Amount').press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/100\.50/).first()).toBeVisible()
    const balance = await openBalance(page, 'CP-1001')
    await expect(balance.getByRole('button', { name: `Explain Amount paid: ${after}` })).toBeVisible()
  })
  test('transfers hours typed as 1:18, showing what arrives, and refuses more than remains', async ({
    page,
    kestrel,
  }) => {
    await openPackages(page, kestrel)
    const dialog = await choose(page, 'CP-1001', 'Transfer hours')
    await dialog.getByRole('combobox', { name: 'From' }).click()
    await page.getByRole('option', { name: /Ground/i }).click()
    await dialog.getByRole('combobox', { name: 'To' }).click()
    await page.getByRole('option').first().click()
    await dialog.getByLabel('Hours').fill('999')
    await expect(dialog.getByLabel('Hours')).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel('Hours').fill('1:18')
    await expect(dialog.getByText(/1\.30 h become/)).toBeVisible()
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Transfer hours' }).click()
    await expect(dialog).toBeHidden()
    const balance = await openBalance(page, 'CP-1001')
    await balance.getByRole('button', { name: 'History', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'History' }).getByRole('row', { name: /TH-/ })).toContainText(
      /1\.30 h moved out; .* h moved in/,
    )
  })

  test('a deposit from the overview of a customer moves the account', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    await page.getByRole('link', { name: 'Customers' }).click()
    await expect(page.getByRole('table', { name: 'Customers' }).getByRole('link').first()).toBeVisible()
    await expectNoViolations(page)
    await page.getByRole('table', { name: 'Customers' }).getByRole('link').first().click()
    await page.getByRole('button', { name: 'Deposit' }).click()
    const dialog = page.getByRole('dialog', { name: 'Deposit' })
    await dialog.getByLabel('Amount').fill('12,34')
    await dialog.getByLabel('Amount').press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('table', { name: 'Account history' })).toContainText('+$12.34')
    await expectNoViolations(page)
  })
})

test('a day that is none is not sent as another one, whichever way the form is sent', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  const dialog = await choose(page, 'CP-1001', 'Package payment')
  await dialog.getByLabel('Amount').fill('1')
  const date = dialog.getByLabel('Date', { exact: true })
  await date.fill('02/31/2026')
  await dialog.getByLabel('Note').click()
  await expect(date).toHaveValue('02/31/2026')
  await dialog.getByRole('button', { name: 'Take payment' }).click()
  await expect(date).toBeFocused()
  await dialog.getByLabel('Note').press('Enter')
  await expect(dialog.getByText('“02/31/2026” is not a day.')).toBeVisible()
  await date.fill('1/31/26')
  await dialog.getByRole('button', { name: 'Take payment' }).click()
  await expect(dialog).toBeHidden()
})
