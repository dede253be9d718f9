import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openPackages, test, type RunningSchool } from './school-window.ts'

/**
 * What the processor says of the card payments of the example school: two as recorded, one 10.00 short, one that nobody
 * recorded; and CP-1004's is missing.
 */
const STRIPE = [
  'balance_transaction_id,created,gross,fee,net,reporting_category,customer_name,description,automatic_payout_id',
  'txn_1,2026-01-05,5000.00,145.30,4854.70,charge,Amelia Osei,,po_1',
  'txn_2,2026-01-19,2990.00,87.01,2902.99,charge,Priya Nair,,po_2',
  'txn_3,2026-01-20,-500.00,0.00,-500.00,refund,Priya Nair,,po_2',
  'txn_4,2026-01-21,120.00,3.78,116.22,charge,Jun Tanaka,headset,po_2',
  'txn_5,2026-01-22,-7373.91,0.00,-7373.91,payout,,STRIPE PAYOUT,po_2',
].join('\n')

const section = (page: Page, name: RegExp) => page.getByRole('radio', { name })

async function openReconcile(page: Page, school: RunningSchool): Promise<void> {
  await openPackages(page, school)
  await page.getByRole('tab', { name: 'Reconcile' }).click()
}

async function importFile(page: Page, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Import file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import file' })
  const file = { name: 'payouts.csv', mimeType: 'text/csv', buffer: Buffer.from(content) }
  await dialog.getByLabel('File of payments').setInputFiles(file)
  await expect(dialog.getByRole('region', { name: 'Columns' })).toBeVisible()
}

async function take(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('dialog', { name: 'Import file' })).toHaveCount(0)
}

test('a processor’s file is previewed and taken; exact matches are accepted by keyboard, or all at once', async ({
  page,
  kestrel,
}) => {
  await openReconcile(page, kestrel)
  await expect(page.getByRole('heading', { name: /Does what was recorded agree/ })).toBeVisible()
  await expectNoViolations(page)
  await importFile(page, STRIPE)
  await expect(page.getByText(/^4 lines from Jan 5, 2026 to Jan 21, 2026: \$8,110\.00 received/)).toBeVisible()
  await expect(page.getByLabel('Name of the source')).toHaveValue('Stripe payouts')
  await expectNoViolations(page)
  await take(page, 'Take 4 lines')

  await expect(section(page, /^Matches 2$/)).toBeChecked()
  await page.getByRole('row', { name: /Amelia Osei/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Accept 1 exact' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(section(page, /^Matches 1$/)).toBeChecked()
  await expect(page.getByRole('row', { name: /Priya Nair/ })).toBeFocused()
  await page.getByRole('button', { name: 'Accept 1 exact' }).click()
  await expect(page.getByText('Nothing is left to match')).toBeVisible()
  await section(page, /^Settled$/).check()
  await page.getByRole('button', { name: /^Open again: Amelia Osei/ }).click()
  await expect(section(page, /^Matches 1$/)).toBeVisible()
})

test('what differs is accepted with a reason, what nobody recorded is recorded, what is missing stays', async ({
  page,
  kestrel,
}) => {
  await openReconcile(page, kestrel)
  await importFile(page, STRIPE)
  await take(page, 'Take 4 lines')
  await section(page, /^Amount differs 1$/).check()
  await page.getByRole('row', { name: /Priya Nair/ }).focus()
  await page.keyboard.press('a')
  const difference = page.getByRole('dialog', { name: 'Accept with a difference' })
  await expect(difference).toContainText('−$10.00')
  await expectNoViolations(page)
  await difference.getByLabel('Why the amounts differ').fill('the customer got $10 off')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No amount differs')).toBeVisible()

  await section(page, /^Received, not recorded 1$/).check()
  await page.getByRole('row', { name: /txn_4/ }).focus()
  await page.keyboard.press('Enter')
  const record = page.getByRole('dialog', { name: 'Record what was received' })
  await expect(record).toContainText('Jun Tanaka (C-002)')
  await record.getByRole('combobox', { name: 'Record as' }).click()
  await page.getByRole('option', { name: 'Deposit into the account' }).click()
  await record.getByRole('button', { name: 'Open the form' }).click()
  const deposit = page.getByRole('dialog', { name: 'Deposit' })
  await expect(deposit.getByLabel('Amount')).toHaveValue('120.00')
  await expect(deposit.getByLabel('Date')).toHaveValue('01/21/2026')
  await expect(deposit.getByLabel('Note')).toHaveValue('txn_4')
  await deposit.getByRole('button', { name: 'Deposit' }).click()
  await expect(section(page, /^Matches 3$/)).toBeVisible()
  await section(page, /^Recorded, not received 1$/).check()
  await expect(page.getByRole('row', { name: /CP-1004/ })).toContainText('$1,000.00')

  await section(page, /^Settled$/).check()
  await expect(page.getByRole('row', { name: /the customer got \$10 off/ })).toContainText('−$10.00')
  await expectNoViolations(page)
})

test('a line is split, matched by hand and said not to be ours; its file then stays', async ({ page, kestrel }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openReconcile(page, kestrel)
  const both = '\ntxn_9,2026-03-20,1007.00,0.00,1007.00,charge,Front desk terminal,,po_9'
  await importFile(page, STRIPE + both)
  await take(page, 'Take 5 lines')
  await section(page, /^Received, not recorded 2$/).check()
  await page.getByRole('row', { name: /txn_9/ }).focus()
  await page.keyboard.press('s')
  const split = page.getByRole('dialog', { name: 'Split' })
  await split.getByLabel('Part 1').fill('1000')
  await expect(split.getByText('$7.00 is left.')).toBeVisible()
  await expect(split.getByRole('button', { name: 'Split' })).toBeDisabled()
  await split.getByRole('button', { name: 'Fill in what is left' }).click()
  await split.getByRole('button', { name: 'Split' }).click()

  await section(page, /^Received, not recorded 3$/).check()
  await page.getByRole('row', { name: /\$7\.00/ }).focus()
  await page.keyboard.press('n')
  const notOurs = page.getByRole('dialog', { name: 'Not ours' })
  await notOurs.getByLabel(/Whose it is/).fill('the café’s')
  await page.keyboard.press('Enter')
  await expect(section(page, /^Received, not recorded 2$/)).toBeChecked()

  await page.getByRole('row', { name: /\$1,000\.00/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('m')
  await expect(page.getByRole('row', { name: /CP-1004/ })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Match by hand' })).toContainText('Difference $0.00')
  await expectNoViolations(page)
  await page.keyboard.press('m')
  await expect(page.getByText('Everything recorded was received')).toBeVisible()

  await page.getByRole('button', { name: 'Files' }).click()
  await page.getByRole('button', { name: 'Take out payouts.csv again' }).click()
  await page.getByRole('button', { name: 'Take out', exact: true }).click()
  const files = page.getByRole('dialog', { name: 'Files' })
  await expect(files.getByRole('alert')).toContainText('settled')
  await expectNoViolations(page)
})

test('the columns of an unknown file are named once; rows that cannot be read say why, and nothing is taken', async ({
  page,
  kestrel,
}) => {
  await openReconcile(page, kestrel)
  await importFile(page, 'Moment,Who,Sum of it\n2026-01-05,Amelia Osei,5000.00\nsoon,Priya Nair,1.00')
  const dialog = page.getByRole('dialog', { name: 'Import file' })
  const problems = dialog.getByRole('alert', { name: 'The file leaves something open' })
  await expect(problems).toContainText('Choose the column with the date.')
  for (const [field, column] of [
    ['Date', 'Moment'],
    ['Amount', 'Sum of it'],
    ['Name', 'Who'],
  ] as const) {
    await dialog.getByRole('combobox', { name: field, exact: true }).click()
    await page.getByRole('option', { name: column, exact: true }).click()
    await expect(dialog.getByRole('combobox', { name: field, exact: true })).toHaveValue(column)
  }
  await expect(dialog.getByRole('table', { name: 'First lines' })).toContainText('Amelia Osei')
  await expect(dialog.getByRole('alert').filter({ hasText: 'Row 3' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Take/ })).toBeDisabled()
  await expectNoViolations(page)
})
