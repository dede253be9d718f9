import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { openApplication } from '../../electron/calls/application.ts'
import { expectNoViolations } from './axe.ts'
import { expect, KESTREL, test } from './school-window.ts'

async function nameAdministrator(page: Page): Promise<void> {
  await page.getByLabel('Administrator name').fill('Morgan Reyes')
  await page.getByLabel('Username').fill('morgan')
  await page.getByLabel('Password', { exact: true }).fill('long enough')
  await page.getByLabel('Repeat the password').fill('long enough')
}

/** Just opened, the library's list may not count its places yet: then Enter takes nothing, and is pressed again. */
async function takeMarked(field: Locator, value: string): Promise<void> {
  await expect(async () => {
    await field.press('Enter')
    await expect(field).toHaveValue(value, { timeout: 1_000 })
  }).toPass()
}

/** What Enter takes of a list that is open: a person looks before pressing it. */
const marked = (page: Page) => page.locator('[role=option][data-combobox-selected]')

test('a new school sees what is missing, goes to each form and comes back', async ({ page, empty }) => {
  await empty.open(page)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Create your school' }).click()
  await page.getByLabel('School name').fill('Kestrel')
  const region = page.getByRole('combobox', { name: 'Language and region' })
  await region.fill('German (Germany)')
  await page.getByRole('option', { name: 'German (Germany) – de-DE' }).click()
  await expect(page.getByText(/^Reads 31\..* · 1\.234,50$/)).toBeVisible()
  // Enter takes what is marked in the list, and the form stays.
  await region.selectText()
  await region.pressSequentially('American English')
  await expect(marked(page)).toHaveText(/^American English/)
  await takeMarked(region, 'American English – en-US')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  for (const [typed, found] of [
    ['kolkata', 'Asia/Kolkata'],
    ['denver', 'America/Denver'],
  ] as const) {
    await zone.selectText()
    await zone.pressSequentially(typed)
    await expect(marked(page)).toHaveText(new RegExp(found))
    await takeMarked(zone, found)
  }
  await nameAdministrator(page)
  await page.getByRole('button', { name: /^Create the school/ }).click()
  const steps = page.getByRole('list', { name: 'Setting up the school' })
  await expect(steps.getByRole('listitem')).toHaveCount(8)
  await expect(page.getByText('0 of 8 are there.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Add hour types' }).click()
  await page.getByRole('button', { name: 'New hour type' }).click()
  const form = page.getByRole('dialog', { name: 'New hour type' })
  await form.getByLabel('Code').fill('C172')
  await form.getByLabel('Name', { exact: true }).fill('Cessna 172')
  await form.getByLabel('Standard rate').fill('189')
  await form.getByLabel('Tax in percent').fill('0')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form).toBeHidden()
  await page.getByRole('link', { name: 'Back to the set-up' }).click()
  await expect(steps.getByRole('listitem').filter({ hasText: '1 hour type.' }).getByRole('img')).toHaveAccessibleName(
    'There',
  )
  await page.getByRole('button', { name: 'New customer' }).click()
  const customer = page.getByRole('dialog', { name: 'New customer' })
  await customer.getByLabel('Name', { exact: true }).fill('Ada Blom')
  await customer.getByRole('button', { name: 'New customer' }).click()
  await expect(customer).toBeHidden()
  await expect(steps).toContainText('1 customer.')
  await expect(page.getByText('2 of 8 are there.')).toBeVisible()
})

test('after an import the set-up says what is still missing', async ({ page, empty }) => {
  await empty.open(page)
  await page.getByRole('button', { name: 'Bring in a school' }).click()
  await page
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles(readdirSync(KESTREL).map((name) => join(KESTREL, name)))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await nameAdministrator(page)
  await page.getByRole('button', { name: 'Set the administrator and sign in' }).click()
  const steps = page.getByRole('list', { name: 'Setting up the school' })
  await expect(steps).toContainText('6 hour types.')
  await expect(steps).toContainText('have no password yet and cannot sign in')
  await expect(steps).toContainText('There is none yet. Choose a folder on another disk')
})

test('a backup is restored at the first start', async ({ page, empty, kestrelFolder }) => {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-backed-up-'))
  cpSync(kestrelFolder, folder, { recursive: true })
  const application = await openApplication({ dataFolder: folder })
  const session = await application.dispatch({
    call: 'session.signInAs',
    input: { role: 'administrator' },
    session: null,
    commandId: null,
    attended: true,
  })
  const { token } = (session as { value: { token: string } }).value
  await application.dispatch({ call: 'backups.make', input: {}, session: token, commandId: null, attended: true })
  await application.close()
  await empty.open(page)
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  await page.getByLabel('Backups in another folder').fill(join(folder, 'backups'))
  await page.getByRole('button', { name: 'Look there' }).click()
  await page
    .getByRole('button', { name: /Restore|Bring/ })
    .first()
    .click()
  await expect(page.getByText('Kestrel Flight Academy')).toBeVisible()
  await page.getByRole('button', { name: 'Put this backup in place' }).click()
  // It is opened and checked before it is put in place, and once more after it.
  await expect(page.getByRole('button', { name: 'Sign in as Administrator' })).toBeVisible({ timeout: 40_000 })
  rmSync(folder, { recursive: true, force: true })
})
