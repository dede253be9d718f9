import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test } from './school-window.ts'

test('Help opens before sign-in and after, by its key too; the guide is searched, diagnostics are at hand', async ({
  page,
  kestrel,
}) => {
  await kestrel.open(page)
  await page.getByRole('button', { name: 'Help' }).click()
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByRole('heading', { name: 'The first start' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  await signInAs(page, kestrel, 'front_desk')
  await page.keyboard.press('F1')
  await help.getByRole('searchbox', { name: 'Search the guide' }).fill('reversed')
  await expect(help.getByRole('heading', { name: 'The first start' })).toBeHidden()
  await help.getByRole('searchbox', { name: 'Search the guide' }).fill('')
  await help.getByRole('button', { name: 'Reconcile' }).click()
  await expect(help.getByRole('heading', { name: 'Reconcile' })).toBeInViewport()
  await help.getByRole('button', { name: 'Show diagnostics' }).click()
  await expect(page.getByRole('button', { name: 'Save diagnostics' })).toBeVisible()
  await expectNoViolations(page)
})
