import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openPackages, test, type RunningSchool } from './school-window.ts'

async function openImport(page: Page, school: RunningSchool): Promise<Locator> {
  await openPackages(page, school)
  await page.getByRole('tab', { name: 'Reconcile' }).click()
  return openDialog(page)
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Import file' }).click()
  return page.getByRole('dialog', { name: 'Import file' })
}

async function choose(dialog: Locator, name: string, content: string): Promise<void> {
  await give(dialog, name, Buffer.from(content))
  await expect(dialog.getByRole('region', { name: 'Columns' })).toBeVisible()
}

async function give(dialog: Locator, name: string, buffer: Buffer): Promise<void> {
  await dialog.getByLabel('File of payments').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

const bank = (name: string, amount: string) => `Date,Description,Amount\n2026-01-05,${name},${amount}\n`

test('the preview shows the file that was chosen, also after another was cancelled', async ({ page, kestrel }) => {
  const first = await openImport(page, kestrel)
  await choose(first, 'january.csv', bank('Amelia Osei', '100.00'))
  await expect(first.getByRole('table', { name: 'First lines' })).toContainText('Amelia Osei')
  await first.getByRole('button', { name: 'Cancel' }).click()
  const second = await openDialog(page)
  await choose(second, 'february.csv', bank('Priya Nair', '200.00'))
  await expect(second.getByText('february.csv')).toBeVisible()
  await expect(second.getByRole('table', { name: 'First lines' })).toContainText('Priya Nair')
  await expect(second.getByRole('table', { name: 'First lines' })).not.toContainText('Amelia Osei')
  await second.getByRole('button', { name: 'Take 1 line' }).click()
  await expect(page.getByText(/1 line of february\.csv/)).toBeVisible()
})

test('what can be read in two ways is asked, with what each would come to; nothing is taken before', async ({
  page,
  kestrel,
}) => {
  const dialog = await openImport(page, kestrel)
  const file = 'Date,Description,Amount\n05/01/2026,Osei,10.00\n07/01/2026,Nair,20.00\n09/01/2026,Tanaka,-5.00\n'
  await choose(dialog, 'days.csv', file)
  const question = dialog.getByRole('region', { name: /days can be read in more than one way/ })
  await expect(question).toContainText('3 lines: $30.00 received, $5.00 paid out')
  await expect(question).toContainText('Osei')
  await expect(dialog.getByRole('button', { name: /^Take/ })).toBeDisabled()
  await expectNoViolations(page)
  await question.getByRole('button', { name: 'Read it so: Day, month, year' }).click()
  await expect(question).toHaveCount(0)
  await expect(dialog.getByText(/3 lines from Jan 5, 2026 to Jan 9, 2026/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Take 3 lines' })).toBeEnabled()
})

test('lines left out say why, and are taken singly; the first rows of the file are one click away', async ({
  page,
  kestrel,
}) => {
  const dialog = await openImport(page, kestrel)
  const file =
    'Account 4711\n\nDate,Description,Amount,Status\n2026-01-05,Osei,10.00,Posted\n2026-01-30,Nair,20.00,Pending\n,Total,30.00,\n'
  await choose(dialog, 'pending.csv', file)
  await dialog.getByText('2 lines are left out, $20.00 in all').click()
  const left = dialog.getByRole('table', { name: 'Lines left out' })
  await expect(left).toContainText('Pending or only noted ahead (Pending)')
  await expect(left).toContainText('A total of other lines')
  await dialog.getByText('The first rows as they are in the file').click()
  await expect(dialog.getByRole('region', { name: 'First rows of the file' })).toContainText('Account 4711')
  await expectNoViolations(page)
  await left.getByRole('button', { name: 'Take row 5 anyway' }).click()
  await expect(dialog.getByText(/1 line is taken although/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Take 2 lines' }).click()
  await expect(page.getByText(/2 lines of pending\.csv are taken/)).toBeVisible()
})

test('a file without names has its columns by their places', async ({ page, kestrel }) => {
  const dialog = await openImport(page, kestrel)
  await choose(dialog, 'places.csv', '01/30/2026,900.00,*,,DEPOSIT OSEI\n01/28/2026,-250.00,*,118,CHECK 118\n')
  await expect(dialog.getByRole('combobox', { name: 'Amount', exact: true })).toHaveValue('#2')
  await expect(dialog.getByRole('combobox', { name: 'Description', exact: true })).toHaveValue('#5')
  await expect(dialog.getByText(/2 lines from Jan 28, 2026 to Jan 30, 2026/)).toBeVisible()
  await expectNoViolations(page)
})

test('a new source has a name of its own, and the preview is of the source that will be taken', async ({
  page,
  kestrel,
}) => {
  const first = await openImport(page, kestrel)
  await choose(first, 'january.csv', bank('Amelia Osei', '100.00'))
  await first.getByRole('button', { name: 'Take 1 line' }).click()
  await expect(page.getByText(/1 line of january\.csv is taken/)).toBeVisible()

  const second = await openDialog(page)
  await expect(second.getByText('Choose a file first.')).toBeVisible()
  const both = `${bank('Amelia Osei', '100.00')}2026-02-05,Priya Nair,200.00\n`
  await choose(second, `february-${'x'.repeat(90)}-end.csv`, both)
  await second.getByRole('combobox', { name: 'Source' }).click()
  await page.getByRole('option', { name: 'A new source' }).click()
  await expect(second.getByText('This file is written like those of a source that is there')).toBeVisible()
  const name = second.getByRole('textbox', { name: 'Name of the source' })
  await expect(name).toHaveValue('')
  await expect(second.getByText('Give the new source a name.')).toBeVisible()
  await name.fill('BANK, one amount ')
  await expect(second.getByText(/A source “Bank, one amount” is there already/)).toBeVisible()
  await expect(second.getByRole('button', { name: 'Take 2 lines' })).toBeDisabled()
  await expectNoViolations(page)
  await second.getByRole('button', { name: 'Choose Bank, one amount' }).last().click()
  await expect(second.getByText(/1 line more was taken before/)).toBeVisible()
  await second.getByRole('button', { name: 'Take 1 line' }).click()
  await expect(page.getByText(/1 line of february.* is taken, 1 line that repeats/)).toBeVisible()

  // The end of a long name is on the screen.
  await page.getByRole('button', { name: 'Files' }).click()
  const files = page.getByRole('dialog', { name: 'Files' })
  await expect(files.getByText(/-end\.csv/)).toBeVisible()
})

test('a file that fits its source not at all says so, and offers the one that fits', async ({ page, kestrel }) => {
  const first = await openImport(page, kestrel)
  await choose(first, 'january.csv', bank('Amelia Osei', '100.00'))
  await first.getByRole('button', { name: 'Take 1 line' }).click()
  await expect(page.getByText(/is taken/)).toBeVisible()
  const second = await openDialog(page)
  await choose(second, 'other.csv', 'Fecha;Importe;Cliente\n25/01/2026;10,00;Osei\n')
  const notice = second.getByRole('status').filter({ hasText: 'not written like those of Bank, one amount' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'A new source' }).click()
  await second.getByRole('textbox', { name: 'Name of the source' }).fill('Banco')
  // What the file does not say is not ticked by itself.
  await expect(second.getByText('Tick by what the payments were made.')).toBeVisible()
  await second.getByRole('checkbox', { name: 'ACH' }).check()
  await expect(second.getByRole('button', { name: 'Take 1 line' })).toBeEnabled()
})

test('a file that is none of payments is told by what it is, without a form of columns', async ({ page, kestrel }) => {
  const dialog = await openImport(page, kestrel)
  await give(dialog, 'statement.csv', Buffer.from('%PDF-1.7\n%\u00e2\u00e3'))
  await expect(dialog.getByText('This is a PDF.')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Columns', includeHidden: true })).toHaveCount(0)
  await expect(dialog.getByRole('combobox', { name: 'Amount' })).toHaveCount(0)
  await expect(dialog.getByText('The file must have one.')).toHaveCount(0)
  await expect(dialog.getByText('Nothing can be taken while something is wrong with the file.')).toBeVisible()
})

test('balances left out have no sum that contradicts them; what is written badly is shown in order', async ({
  page,
  kestrel,
}) => {
  const dialog = await openImport(page, kestrel)
  await choose(
    dialog,
    'balance.csv',
    'Acme Bank\nDate,Description,Amount\n2026-01-01,Opening balance,500.00\n2026-01-05,Osei,10.00\n',
  )
  const left = dialog.getByText('1 line is left out', { exact: true })
  await left.click()
  await expect(dialog.getByRole('table', { name: 'Lines left out' })).toContainText('$500.00')
  await dialog
    .getByText('Which column says what?')
    .or(dialog.getByText(/its columns are known/))
    .click()
  await dialog.getByText('More about the file').click()
  await dialog.getByText('The first rows as they are in the file').click()
  await expectNoViolations(page)
  for (const width of [1280, 800]) {
    await page.setViewportSize({ width, height: 1400 })
    await page.screenshot({ path: `test-results/payment-files-open-${width}.png` })
  }
})

test('what came in and what went out is said word by word, by pointer and by keys', async ({ page, kestrel }) => {
  const dialog = await openImport(page, kestrel)
  const rows = ['Deposit Osei,900.00', 'Withdrawal ATM,200.00', 'Refund Nair,50.00', 'Bank fee,12.00']
  const lines = rows.map((row, at) => `2026-01-0${at + 5},${row}\n`)
  await choose(dialog, 'words.csv', `Date,Description,Amount\n${lines.join('')}`)
  const question = dialog.getByRole('region').filter({ hasText: 'word by word' })
  await question.getByText('None of these: say it word by word').click()
  await question.getByRole('radiogroup', { name: 'refund' }).getByRole('radio', { name: 'Came in' }).check()
  await question.getByRole('radiogroup', { name: 'bank fee' }).getByRole('radio', { name: 'Went out' }).focus()
  await page.keyboard.press('ArrowRight')
  await expectNoViolations(page)
  await question.getByRole('button', { name: 'Read it so, word by word' }).click()
  await expect(question).toHaveCount(0)
  await expect(dialog.getByText(/3 lines from Jan 5, 2026 to Jan 7, 2026: \$950.00 received/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Take 3 lines' })).toBeEnabled()
})
