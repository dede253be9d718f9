import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test, type RunningSchool } from './school-window.ts'

async function openSettings(page: Page, school: RunningSchool, tab: string): Promise<void> {
  await signInAs(page, school, 'administrator')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: tab, exact: true }).click()
}

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /Morgan Reyes/ })
    .click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test.describe('Users and roles', () => {
  test('a user is made, gets a password and signs in with it; a name that is taken is refused at its field', async ({
    page,
    kestrel,
  }) => {
    await openSettings(page, kestrel, 'Users')
    await expect(page.getByRole('table', { name: 'Users' })).toContainText('No password yet')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'New user' }).click()
    const form = page.getByRole('dialog', { name: 'New user' })
    await form.getByLabel('Username').pressSequentially('desk')
    await form.getByLabel('Name', { exact: true }).fill('Kim Novak')
    await form.getByRole('button', { name: 'New user' }).click()
    await expect(form.getByText(/There is a user desk already/)).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Leave this form?' }).getByText('Go on writing').click()
    await form.getByLabel('Username').fill('kim')
    await form.getByRole('button', { name: 'New user' }).click()
    await expect(form).toHaveCount(0)
    await page.getByRole('button', { name: 'Set password of Kim Novak' }).click()
    const password = page.getByRole('dialog', { name: 'Set password' })
    await password.getByLabel('New password').fill('short')
    await password.getByLabel('The same again').fill('short')
    await password.getByRole('button', { name: 'Set password' }).click()
    await expect(password.getByText('Use at least 8 characters.')).toBeVisible()
    await password.getByLabel('New password').fill('long enough')
    await password.getByLabel('The same again').fill('long enough')
    await expectNoViolations(page)
    await password.getByRole('button', { name: 'Set password' }).click()
    await expect(password).toHaveCount(0)
    await signOut(page)
    await page.getByLabel('Username').fill('kim')
    await page.getByLabel('Password').fill('long enough')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Kim Novak')).toBeVisible()
  })

  test('an instructor sees the own students that an administrator gave', async ({ page, kestrel }) => {
    await openSettings(page, kestrel, 'Users')
    await page.getByRole('button', { name: 'Edit Dana Iwu' }).click()
    const form = page.getByRole('dialog', { name: 'Edit user' })
    await form.getByRole('combobox', { name: 'Own students' }).fill('amelia')
    await page.getByRole('option', { name: /Amelia Osei/ }).click()
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toHaveCount(0)
    await expect(page.getByRole('row', { name: /Dana Iwu/ })).toContainText('C-001')
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in as Instructor' }).click()
    // Nothing of where the administrator left.
    await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0)
    await expect(page.getByRole('row', { name: /Amelia Osei/ })).toContainText('48.70 h')
    await page.getByRole('link', { name: 'Amelia Osei' }).click()
    await expect(page.getByRole('heading', { name: 'Amelia Osei' })).toBeVisible()
  })

  test('a customer who was given nothing yet is told so, and is called no instructor', async ({ page, kestrel }) => {
    await signInAs(page, kestrel, 'customer')
    await expect(page.getByRole('heading', { name: 'My packages' })).toBeVisible()
    await expect(page.getByText('No packages were given to you yet')).toBeVisible()
    await expect(page.getByRole('link')).toHaveText(['My packages'])
    await expect(page.getByText(/students/)).toHaveCount(0)
    await expectNoViolations(page)
  })

  test('what a role may do is ticked and saved; the last administrator cannot be lost', async ({ page, kestrel }) => {
    await openSettings(page, kestrel, 'Roles')
    await expectNoViolations(page)
    const refunds = page.getByRole('checkbox', { name: 'Front Desk: Issue Refunds' })
    await refunds.check()
    await page.getByRole('button', { name: 'Save roles' }).click()
    await expect(page.getByText('Front Desk may do what is ticked from now on.')).toBeVisible()
    await openSettings(page, kestrel, 'Roles')
    await expect(refunds).toBeChecked()
    await page.getByRole('checkbox', { name: 'Administrator: Manage Users' }).uncheck()
    await page.getByRole('button', { name: 'Save roles' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByRole('tab', { name: 'Users' }).click()
    await page.getByRole('button', { name: 'Edit Morgan Reyes' }).click()
    const form = page.getByRole('dialog', { name: 'Edit user' })
    await form.getByRole('radio', { name: 'Inactive' }).check()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText(/Nobody would be left/)).toBeVisible()
  })
})
