import { expect, openPackages, test } from './school-window.ts'

test('from the Packages tab to the History and back by keyboard alone; focus returns', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search')).toBeFocused()
  await page.keyboard.type('amelia')
  await expect(page.getByRole('row', { name: /CP-1002/ })).toHaveCount(0)
  const actions = page.getByRole('row', { name: /CP-1001/ }).getByRole('button', { name: 'Actions' })
  for (
    let presses = 0;
    presses < 25 && !(await actions.evaluate((button) => button === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab')
  }
  await expect(actions).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'View Balances' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('menuitem', { name: 'View Balances' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Package Balance' })
  await expect(dialog).toBeVisible()
  const opener = dialog.getByRole('button', { name: 'History', exact: true })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'History' })).toHaveCount(0)
  await expect(opener).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(actions).toBeFocused()
})
