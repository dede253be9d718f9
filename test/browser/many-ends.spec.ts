import { expectNoViolations } from './axe.ts'
import { expect, openPackages, test } from './school-window.ts'

test('many packages get another last valid day at once, from the list as it is shown', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  const dialog = page.getByRole('dialog', { name: 'Change last valid days' })
  const openMany = async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Change last valid days…' }).click()
    await expect(dialog.getByRole('row', { name: /CP-1001/ })).toBeVisible()
  }
  await openMany()
  // What never ends cannot get longer.
  await expect(dialog.getByRole('checkbox', { name: /Change CP-1001/ })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Change' }).click()
  await page.getByRole('option', { name: 'To one day' }).click()
  await dialog.getByRole('textbox', { name: 'New last valid day' }).fill('12/31/2030')
  await dialog.getByRole('checkbox', { name: 'All' }).uncheck()
  await dialog.getByRole('checkbox', { name: /Change CP-1001/ }).check()
  await dialog.getByRole('checkbox', { name: /Change CP-1003/ }).check()
  await expect(dialog.getByRole('row', { name: /CP-1001/ })).toContainText('Dec 31, 2030')
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Change 2 packages' }).click()
  await expect(dialog.getByText(/A reason is needed/)).toBeVisible()
  await dialog.getByLabel('Reason').fill('The fleet was grounded.')
  await dialog.getByRole('button', { name: 'Change 2 packages' }).click()
  await expect(page.getByText('2 packages are valid until Dec 31, 2030.')).toBeVisible()
  await expect(page.getByRole('row', { name: /CP-1003/ })).toContainText('Dec 31, 2030')
  await openMany()
  await dialog.getByRole('textbox', { name: 'Days' }).fill('30')
  await expect(dialog.getByRole('row', { name: /CP-1001/ })).toContainText('Jan 30, 2031')
  await expect(dialog.getByRole('status')).toHaveText('2 packages are ticked.')
})
