import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test, type RunningSchool } from './school-window.ts'

async function openSettings(page: Page, school: RunningSchool, tab: string): Promise<void> {
  await signInAs(page, school, 'administrator')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: tab }).click()
}

test.describe('what the school sells', () => {
  test('an hour type is added, and a code that is taken is refused at its field', async ({ page, kestrel }) => {
    await openSettings(page, kestrel, 'Hour types')
    await expect(page.getByRole('table', { name: 'Hour types' })).toContainText('C172S')
    await page.getByRole('button', { name: 'New hour type' }).click()
    const dialog = page.getByRole('dialog', { name: 'New hour type' })
    await dialog.getByLabel('Code').fill('C172S')
    await dialog.getByLabel('Name').fill('Twin')
    await dialog.getByLabel('Standard rate').fill('320,50')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog.getByText(/There is a code C172S already/)).toBeVisible()
    await expectNoViolations(page)
    await dialog.getByLabel('Code').fill('TWIN')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('row', { name: /TWIN/ })).toContainText('320.50')
  })

  test('the wizard computes the total as one types and creates the package', async ({ page, kestrel }) => {
    await openSettings(page, kestrel, 'Packages')
    await expect(page.getByRole('row', { name: /PPL Private Pilot 2026/ })).toContainText('Sold already')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'New package', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'New package' })
    await dialog.getByLabel('Code').fill('TEN')
    await dialog.getByLabel('Name').fill('Ten ground hours')
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByLabel(/Ground.*: quantity/).fill('10')
    await dialog.getByLabel(/Ground.*: rate/).fill('80')
    await expect(dialog.getByRole('status')).toContainText('$800.00')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Create package' }).click()
    await expect(page.getByRole('row', { name: /Ten ground hours/ })).toContainText('$800.00')
  })

  test('a package is copied as a new one, and deactivated', async ({ page, kestrel }) => {
    await openSettings(page, kestrel, 'Packages')
    await page.getByRole('button', { name: 'Copy Block of 10 hours - C172S as new package' }).click()
    const dialog = page.getByRole('dialog', { name: 'New package' })
    await dialog.getByLabel('Code').fill('BLOCK10B')
    await expect(dialog.getByRole('status')).toContainText('$1,')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Deactivate Block of 10 hours - C172S' }).click()
    await expect(page.getByRole('row', { name: /BLOCK10/ })).toHaveCount(0)
    await page.getByRole('radio', { name: 'Inactive' }).check()
    await expect(page.getByRole('row', { name: /BLOCK10/ })).toBeVisible()
  })
})
