import { readFileSync } from 'node:fs'
import { expectNoViolations } from './axe.ts'
import { expect, openPackages, test } from './school-window.ts'

test('the reports say what the school owes and is owed, tie out, and go out as files', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Reports' }).click()
  await page.getByLabel('From').fill('2026-01-01')
  const chart = page.getByRole('slider', { name: 'Owed in package funds over time' })
  await chart.press('Home')
  await expect(page.getByText(/^Owed in package funds on Jan 31, 2026: /)).toBeVisible()
  const funds = page.getByRole('table', { name: 'Package funds by package' })
  // The sum of the funds of `balances`: opening is 0, so this is all that ever moved.
  await expect(funds.getByRole('row', { name: /In total/ })).toContainText('$7,321.33')
  await expect(page.getByText('It ties out:')).toBeVisible()
  await expectNoViolations(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Package funds by package as XLSX' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole('radio', { name: 'What is owed to the school' }).check()
  await expect(page.getByRole('table', { name: 'Owed on packages' })).toContainText('Amelia Osei')
  await expect(page.getByRole('table', { name: 'Owed by customer' })).toContainText('Amelia Osei')
  await page.getByRole('button', { name: 'Take payment of CP-1001' }).click()
  await expect(page.getByRole('dialog', { name: 'Package payment' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Statement of Amelia Osei' }).click()
  await expect(page.getByRole('document', { name: 'Preview of the statement' })).toContainText('Open invoices')
  await page.keyboard.press('Escape')
  await expectNoViolations(page)
  await page.getByRole('radio', { name: 'Payments and reversals' }).check()
  await expect(page.getByRole('table', { name: 'Each of them' })).toContainText('Invoice void')
  await expectNoViolations(page)
  const paper = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  expect((await paper).suggestedFilename()).toMatch(/^(liability|owed|activity)-.*\.pdf$/)
})

test('a list goes out as a file with the rows of its search', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.getByLabel('Search').fill('amelia')
  await expect(page.getByRole('row', { name: /CP-1002/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'As CSV' }).click()
  const rows = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('CP-1001')
})

test('a closed day takes no action; a difference must be explained; reopening keeps its reason', async ({
  page,
  kestrel,
}) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Closing' }).click()
  await page.getByLabel('To', { exact: true }).fill('2026-01-05')
  await page.getByLabel('From').fill('2026-01-05')
  await expect(page.getByText('Still to be counted: Card.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign off and close' })).toBeDisabled()
  await page.getByLabel('Card counted').fill('5,000')
  await page.getByLabel('$20.00').fill('1')
  await expect(page.getByRole('group', { name: 'Tenders' })).toContainText('+$20.00')
  await page.getByRole('button', { name: 'Sign off and close' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Cash: why it differs').fill('a forgotten tip')
  await page.getByRole('button', { name: 'Sign off and close' }).click()
  await expect(page.getByRole('table', { name: 'Closed days' })).toContainText('Jan 5, 2026')

  await page.getByRole('tab', { name: 'Packages', exact: true }).click()
  await page
    .getByRole('row', { name: /CP-1001/ })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Package payment' }).click()
  const payment = page.getByRole('dialog', { name: 'Package payment' })
  await payment.getByLabel('Amount').fill('10')
  await payment.getByLabel('Date').fill('2026-01-05')
  await expect(payment.getByLabel('Date')).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Closing' }).click()
  await page.getByRole('button', { name: 'Reopen' }).click()
  const reopen = page.getByRole('dialog', { name: 'Reopen' })
  await reopen.getByRole('button', { name: 'Reopen' }).click()
  await expect(reopen.getByText('Write why.')).toBeVisible()
  await reopen.getByLabel('Reason').fill('a payment was forgotten')
  await reopen.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('table', { name: 'Closed days' })).toContainText('a payment was forgotten')
})

test('the journals leave the window as files', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Reports' }).click()
  await page.getByRole('radio', { name: 'The ledger' }).check()
  for (const [name, file] of [
    ['General journal, money only', 'journal-money.csv'],
    ['hledger journal', 'ledger.journal'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save ${name}` }).click()
    expect((await download).suggestedFilename()).toBe(file)
  }
  await expectNoViolations(page)
})

test('a day is typed or chosen in the order of the school, and what is no day is said', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Closing' }).click()
  const from = page.getByLabel('From')
  await from.fill('1/5/26')
  await from.press('Tab')
  await expect(from).toHaveValue('01/05/2026')
  await from.fill('31/12/2026')
  await from.press('Tab')
  await expect(page.getByText('“31/12/2026” is not a day.')).toBeVisible()
  await expect(from).toHaveValue('01/05/2026')
  await from.press('Alt+ArrowDown')
  await page.getByRole('button', { name: 'Tuesday, January 6, 2026' }).click()
  await expect(from).toHaveValue('01/06/2026')
  await from.press('Alt+ArrowDown')
  await expectNoViolations(page)
})

test('Integrity says in words that everything ties out, and when that was verified', async ({ page, kestrel }) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Integrity' }).click()
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByText(/Everything ties out\. Verified/)).toBeVisible()
  const checks = page.getByRole('list', { name: 'Checks' })
  await expect(checks).toContainText('The balances equal the ledger')
  await expect(checks).toContainText('Issued statements still come out of the ledger')
  await expectNoViolations(page)
})
