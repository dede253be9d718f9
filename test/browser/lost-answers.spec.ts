import { expect, openPackages, test } from './school-window.ts'

test.describe('an answer that was lost', () => {
  test('is asked after by the command id: what was recorded is said, and not done twice', async ({
    page,
    kestrel,
    complaints,
  }) => {
    await openPackages(page, kestrel)
    await page
      .getByRole('row', { name: /CP-1001/ })
      .getByRole('button', { name: 'Actions' })
      .click()
    await page.getByRole('menuitem', { name: 'Package payment' }).click()
    const form = page.getByRole('dialog', { name: 'Package payment' })
    await form.getByLabel('Amount').fill('10.00')
    await expect(form.getByRole('group', { name: 'Balances before and after' })).toContainText('Amount paid')
    // It reaches the engine, and nothing comes back.
    await page.route('**/call', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await form.getByLabel('Amount').press('Enter')
    await expect(form.getByText('The answer got lost: it is not known yet whether this was recorded.')).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await page.keyboard.press('Escape')
    await expect(page.getByText(/^What you sent at .* was recorded\.$/)).toBeVisible()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(page.getByText(/^What you sent at/)).toBeHidden()
    // The browser itself says that its requests failed.
    complaints.length = 0
  })
})
