import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

test('what a leaver gets back follows the policy of Settings, prints its workings, and is posted from them', async ({
  page,
  kestrel,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openPackages(page, kestrel)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'School', exact: true }).click()
  await expect(page.getByLabel('Name')).toHaveValue('Kestrel Flight Academy')
  await expectNoViolations(page)
  await page.getByRole('radio', { name: 'Percent of what is unused' }).check()
  await page.getByLabel('Percent', { exact: true }).fill('ten')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('Percent', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Percent', { exact: true }).fill('10')
  await page.getByLabel('At most').fill('100')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The school’s settings are saved.')).toBeVisible()

  await page.getByRole('link', { name: 'Billing' }).click()
  await page
    .getByRole('row', { name: /CP-1001/ })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Withdrawal calculator' }).click()
  const form = page.getByRole('dialog', { name: 'Withdrawal calculator' })
  const workings = form.getByRole('table', { name: 'Workings' })
  await expect(workings).toContainText('Unspent package funds$4,590.87')
  await expect(workings).toContainText('Administration fee, 10 % of $4,590.87, at most $100.00−$100.00')
  await expect(workings).toContainText('To give back$4,490.87')
  await expectNoViolations(page)
  await form.getByRole('button', { name: 'Print the workings' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article', { name: 'Withdrawal CP-1001' })).toContainText('$4,490.87')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await form.getByRole('button', { name: 'Refund' }).click()
  await expect(form).toHaveCount(0)
  const balance = await openBalance(page, 'CP-1001')
  await expect(balance.getByRole('button', { name: 'Explain Package funds: $100.00' })).toBeVisible()
})

test('each number says in words how it comes about, and so does its History', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  const balance = await openBalance(page, 'CP-1001')
  await balance.getByRole('button', { name: /Cessna 172S, remaining: 48.70/ }).hover()
  const words = '48.70 h left = 50.00 h included − 1.30 h on 1 paid invoice.'
  await expect(page.getByRole('tooltip', { name: words })).toBeVisible()
  await balance.getByRole('button', { name: /Cessna 172S, remaining: 48.70/ }).click()
  await expect(page.getByRole('dialog', { name: 'History' }).getByText(words)).toBeVisible()
})

test('the packages that are running low are filtered, and printed as a call list', async ({ page, kestrel }) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openPackages(page, kestrel)
  await page.getByRole('radio', { name: 'Running low' }).check()
  await expect(page.getByText('No package is running low')).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'School', exact: true }).click()
  await page.getByLabel('Fewer hours left than').fill('49')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The school’s settings are saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Billing' }).click()
  await page.getByRole('radio', { name: 'Running low' }).check()
  const list = page.getByRole('table', { name: 'Packages running low' })
  await expect(list).toContainText('left')
  await expectNoViolations(page)
  const first = await list.getByRole('row').nth(1).innerText()
  await page.getByRole('button', { name: 'Print the call list' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article', { name: 'Call list' })).toContainText(first.split('\n')[0] ?? '')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await list.getByRole('button').first().click()
  await expect(page.getByRole('dialog', { name: 'Package Balance' })).toBeVisible()
})
