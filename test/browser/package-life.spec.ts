import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

async function choose(page: Page, ref: string, action: string) {
  await page
    .getByRole('row', { name: new RegExp(ref) })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
  return page.getByRole('dialog', { name: action, exact: true })
}

async function endOn(page: Page, ref: string, day: string) {
  const dialog = await choose(page, ref, 'Change last valid day')
  await dialog.getByLabel('New last valid day').fill(day)
  await dialog.getByLabel('Reason').fill('As agreed at the sale')
  await dialog.getByRole('button', { name: 'Change last valid day' }).click()
  await expect(dialog).toBeHidden()
}

test.describe('The life of a package', () => {
  test('ends on a day, reads as expired, lapses with what would leave shown before', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await choose(page, 'CP-1001', 'Change last valid day')
    await expect(dialog.getByText('It never ends now.')).toBeVisible()
    await dialog.getByRole('button', { name: 'In 1 month' }).click()
    await expect(dialog.getByLabel('New last valid day')).not.toHaveValue('')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Change last valid day' }).click()
    await expect(dialog.getByText('A reason is needed.')).toBeVisible()
    await dialog.getByLabel('Reason').fill('Sold for a month')
    await dialog.getByRole('button', { name: 'Change last valid day' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('radio', { name: 'Ending soon' }).check()
    await expect(page.getByRole('row', { name: /CP-/ })).toHaveCount(1)
    await endOn(page, 'CP-1001', '2026-11-01')
    await expect(page.getByRole('row', { name: /CP-/ })).toHaveCount(0)
    await page.getByRole('radio', { name: 'Expired' }).check()
    await expect(page.getByRole('row', { name: /CP-1001/ })).toContainText('Expired')
    const lapse = await choose(page, 'CP-1001', 'Lapse')
    await expect(lapse.getByText(/These leave the package: .* h of/)).toBeVisible()
    await lapse.getByLabel('Reason').fill('Told by letter')
    await expectNoViolations(page)
    await lapse.getByRole('button', { name: 'Cancel' }).click()
    const balance = await openBalance(page, 'CP-1001')
    await expect(balance.getByText(/ended on/)).toBeVisible()
  })

  test('is given hours, and flown from by a member', async ({ page, kestrel }) => {
    await openPackages(page, kestrel)
    const dialog = await choose(page, 'CP-1001', 'Adjust hours')
    await dialog.getByRole('combobox', { name: 'Hours or item' }).click()
    await page.getByRole('option').first().click()
    await dialog.getByLabel('Quantity').fill('1:30')
    await dialog.getByLabel('Reason').fill('Goodwill after a cancelled flight')
    await expect(dialog.getByRole('group', { name: 'Balances before and after' })).toContainText('1.50')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Give' }).click()
    await expect(dialog).toBeHidden()
    const back = await choose(page, 'CP-1001', 'Adjust hours')
    await back.getByText('Take back').first().click()
    await back.getByRole('combobox', { name: 'Hours or item' }).click()
    await page.getByRole('option').first().click()
    await expect(back.getByText('Given and not taken back: 1.50 h')).toBeVisible()
    await back.getByRole('button', { name: 'Cancel' }).click()

    const members = await choose(page, 'CP-1001', 'Members')
    await expect(members.getByText('Nobody else flies from this package.')).toBeVisible()
    await members.getByRole('combobox', { name: 'Member' }).click()
    await page.getByRole('option', { name: /C-002/ }).click()
    await expectNoViolations(page)
    await members.getByRole('button', { name: 'Add member' }).click()
    await expect(members).toBeHidden()
    const again = await choose(page, 'CP-1001', 'Members')
    await expect(again.getByText(/Also fly from it: /)).toBeVisible()
    // Its list of customers is open and lies on Cancel.
    await again.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: 'Customers' }).click()
    await page.getByRole('searchbox').fill('C-002')
    await page.getByRole('link', { name: 'Jun Tanaka' }).click()
    await expect(page.getByRole('article', { name: /of Amelia Osei/ })).toContainText('CP-1001')
  })
})
