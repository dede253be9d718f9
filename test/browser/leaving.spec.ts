import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

test('a customer leaves the school in one step, with what is kept invoiced; a package is returned to', async ({
  page,
  kestrel,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await openPackages(page, kestrel)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'School', exact: true }).click()
  await page.getByRole('radio', { name: 'Fixed fee' }).check()
  await page.getByLabel('Fee', { exact: true }).fill('100')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The school’s settings are saved.')).toBeVisible()

  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByLabel('Search').pressSequentially('priya')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Leave the school…' }).click()
  const form = page.getByRole('dialog', { name: 'Leave the school' })
  await expect(form.getByRole('checkbox', { name: /CP-1005.*\$1,230\.00 to give back/ })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: /CP-1006.*\$325\.65 to give back/ })).toBeChecked()
  await expectNoViolations(page)
  const leave = form.getByRole('button', { name: 'Leave the school' })
  // What is kept has to be said first.
  await expect(leave).toBeDisabled()
  await form.getByRole('combobox', { name: 'What the school keeps, $200.00, is invoiced as' }).click()
  await page.getByRole('option', { name: /WRITTEN/ }).click()
  await expect(form).toContainText('$1,555.65 goes back to C-005 by check.')
  await expect(form).toContainText('Account balance C-005')
  await leave.click()
  await expect(form).toContainText('A reason is needed.')
  await form.getByLabel('Reason').fill('moves away')
  await leave.click()
  await expect(form).toHaveCount(0)
  await expect(page.getByText('C-005 is deactivated.')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  const statement = page.getByRole('dialog', { name: /statement/i })
  await expect(statement).toContainText('Priya Nair')
  await page.keyboard.press('Escape')
  await expect(page.getByText('removed', { exact: false }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Billing' }).click()
  await page
    .getByRole('row', { name: /CP-1006/ })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Return to package' }).click()
  const back = page.getByRole('dialog', { name: 'Return to package' })
  await back.getByLabel('Reason').fill('comes back')
  await back.getByRole('button', { name: 'Return to package' }).click()
  await expect(back).toHaveCount(0)
  const balance = await openBalance(page, 'CP-1006')
  await expect(balance).toContainText('Active')
})
