import { ROLE_NAMES, ROLES } from '../../shared/permissions.ts'
import { readdirSync } from 'node:fs'
import { expect, KESTREL, signInAs, test } from './school-window.ts'

const KESTREL_FILES = readdirSync(KESTREL).map((name) => `${KESTREL}/${name}`)

test.describe('signing in', () => {
  test('first start creates the school and its administrator, who is signed in; a reload keeps the session', async ({
    page,
    empty,
  }) => {
    await empty.open(page)
    await page.getByRole('button', { name: 'Create your school' }).click()
    await page.getByLabel('School name').fill('Kestrel')
    await page.getByLabel('Administrator name').fill('Morgan Reyes')
    await page.getByLabel('Username').fill('morgan')
    await page.getByLabel('Password', { exact: true }).fill('long enough')
    await page.getByLabel('Repeat the password').fill('long enough')
    await page.getByRole('button', { name: /^Create the school/ }).click()
    await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
    expect(page.url()).not.toContain('launch')
  })

  test('a demonstration school has a button for each role', async ({ page, kestrel }) => {
    await kestrel.open(page)
    for (const role of ROLES)
      await expect(page.getByRole('button', { name: `Sign in as ${ROLE_NAMES[role]}` })).toBeVisible()
  })

  test('with a wrong password is refused with a plain sentence', async ({ page, kestrel }) => {
    await kestrel.open(page)
    await page.getByLabel('Username').fill('admin')
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('The username or the password is wrong.')).toBeVisible()
  })

  test('signing out leads back', async ({ page, kestrel }) => {
    await signInAs(page, kestrel, 'billing')
    await page.getByRole('button', { name: /Sam Whitfield/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByRole('button', { name: 'Sign in as Billing' })).toBeVisible()
  })

  for (const role of ['instructor', 'customer'] as const) {
    test(`${role}: has no link to Billing, which says that the permission is missing`, async ({ page, kestrel }) => {
      await signInAs(page, kestrel, role)
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Billing' })).toHaveCount(0)
      await page.evaluate(() => {
        window.location.hash = '#/billing'
      })
      await expect(page.getByText(/permission/i).first()).toBeVisible()
      await expect(page.getByRole('table')).toHaveCount(0)
    })
  }
})

test('first start brings in a school from its folder, then asks for the administrator', async ({ page, empty }) => {
  await empty.open(page)
  await page.getByRole('button', { name: 'Bring in a school' }).click()
  await page
    .getByLabel('CSV files', { exact: true })
    .setInputFiles([
      { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from('number,name\nC-1,Ann\nC-1,Ben\n') },
    ])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/stands in row 2 already/)).toBeVisible()
  await page.getByLabel('CSV files', { exact: true }).setInputFiles(KESTREL_FILES)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByLabel('Administrator name').fill('Morgan Reyes')
  await page.getByLabel('Username').fill('admin')
  await page.getByLabel('Password', { exact: true }).fill('long enough')
  await page.getByLabel('Repeat the password').fill('long enough')
  await page.getByRole('button', { name: 'Set the administrator and sign in' }).click()
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('row', { name: /CP-1001/ })).toContainText('$12,350.44')
})
