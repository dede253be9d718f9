import { ROLE_NAMES, ROLES } from '../../shared/permissions.ts'
import { readdirSync } from 'node:fs'
import { expect, KESTREL, signInAs, test } from './school-window.ts'

const KESTREL_FILES = readdirSync(KESTREL).map((name) => `${KESTREL}/${name}`)

test.describe('signing in', () => {
  test('first start creates the school and its administrator, who is signed in; loaded anew, it asks again', async ({
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
    expect(page.url()).not.toContain('launch')
    // What lets the window in, and its person, lies in memory only.
    const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(await stored()).not.toMatch(/session|bearer|token|window/i)
    await empty.open(page)
    await page.getByLabel('Username').fill('morgan')
    await page.getByLabel('Password').fill('long enough')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
    await page.keyboard.press('F5')
    await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
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

  test('loaded anew without its address the window says how to get in again', async ({ page, kestrel, complaints }) => {
    await signInAs(page, kestrel, 'billing')
    await page.reload()
    await expect(page.getByText(/Open the address again/)).toBeVisible()
    // The browser itself says that the call was refused.
    complaints.length = 0
  })

  test('everybody changes the own password, and returns to a locked desk with a PIN', async ({ page, empty }) => {
    await empty.open(page)
    await page.getByRole('button', { name: 'Create your school' }).click()
    await page.getByLabel('School name').fill('Kestrel')
    await page.getByLabel('Administrator name').fill('Morgan Reyes')
    await page.getByLabel('Username').fill('morgan')
    await page.getByLabel('Password', { exact: true }).fill('long enough')
    await page.getByLabel('Repeat the password').fill('long enough')
    await page.getByRole('button', { name: /^Create the school/ }).click()
    const menu = page.getByRole('button', { name: /Morgan Reyes/ })
    await menu.click()
    await page.getByRole('menuitem', { name: 'Change password' }).click()
    const change = page.getByRole('dialog', { name: 'Change password' })
    await change.getByLabel('Present password').fill('not this one')
    await change.getByLabel('New password').fill('another one')
    await change.getByLabel('The same again').fill('another one')
    await change.getByRole('button', { name: 'Change password' }).click()
    await expect(change.getByText(/This is not your present password/)).toBeVisible()
    await change.getByLabel('Present password').fill('long enough')
    await change.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('You sign in with the new password from now on.')).toBeVisible()
    await menu.click()
    await page.getByRole('menuitem', { name: 'PIN for a quick return' }).click()
    const pin = page.getByRole('dialog', { name: 'PIN for a quick return' })
    await pin.getByLabel('Present password').fill('another one')
    await pin.getByLabel('PIN', { exact: true }).fill('4711')
    await pin.getByRole('button', { name: 'Set the PIN' }).click()
    await expect(pin).toBeHidden()
    await menu.click()
    await page.getByRole('menuitem', { name: 'Lock' }).click()
    await expect(page.getByRole('heading', { name: 'Back to the desk' })).toBeVisible()
    await page.getByLabel('PIN of Morgan Reyes').fill('4712')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The PIN is wrong.')).toBeVisible()
    await page.getByLabel('PIN of Morgan Reyes').fill('4711')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
    await menu.click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Username')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Back to the desk' })).toBeHidden()
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
