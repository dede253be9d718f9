import { expect, openPackages, test } from './school-window.ts'

const MINUTE = 60_000

test('a form that was opened before midnight records the day that it shows', async ({ page, kestrel }) => {
  // The window's clock: two minutes before the midnight in Denver that the engine's day began with.
  const now = new Date()
  const [hours = 0, minutes = 0] = now
    .toLocaleTimeString('en-GB', { timeZone: 'America/Denver', timeStyle: 'short' })
    .split(':')
    .map(Number)
  const midnight = now.getTime() - (hours * 60 + minutes) * MINUTE
  await page.clock.setSystemTime(midnight - 2 * MINUTE)
  await openPackages(page, kestrel)
  await page
    .getByRole('row', { name: /CP-1001/ })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Package payment' }).click()
  const form = page.getByRole('dialog', { name: 'Package payment' })
  const day = await form.getByLabel('Date', { exact: true }).inputValue()
  await page.clock.setSystemTime(midnight + 2 * MINUTE)
  await form.getByLabel('Amount').fill('10.00')
  await expect(form.getByRole('group', { name: 'Balances before and after' })).toContainText('Amount paid')
  expect(await form.getByLabel('Date', { exact: true }).inputValue()).toBe(day)
  await form.getByLabel('Amount').press('Enter')
  await expect(form).toBeHidden()
  const shown = new Date(midnight - MINUTE).toLocaleDateString('en-US', {
    timeZone: 'America/Denver',
    dateStyle: 'medium',
  })
  // Its last activity, as the list has it.
  await expect(page.getByRole('row', { name: /CP-1001/ })).toContainText(shown)
})
