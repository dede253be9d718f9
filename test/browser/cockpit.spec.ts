import type { Locator, Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test, type RunningSchool } from './school-window.ts'

/** The page of the one customer whom the words find: Enter opens it. */
async function openCustomer(page: Page, school: RunningSchool, words: string): Promise<void> {
  await signInAs(page, school, 'administrator')
  await page.getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  await page.getByLabel('Search').pressSequentially(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'New invoice' })).toBeVisible()
}

async function chooseItem(page: Page, within: Locator, name: RegExp): Promise<void> {
  await within.getByRole('combobox', { name: 'Hours or item' }).click()
  await page.getByRole('option', { name }).click()
}

test('Enter opens the only match of a list', async ({ page, kestrel }) => {
  await openCustomer(page, kestrel, 'lucia')
  await expect(page.getByRole('heading', { name: 'Lucía Fernández' })).toBeVisible()
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('heading', { name: 'Billing', level: 1 })).toBeVisible()
  await page.getByLabel('Search').pressSequentially('cp-1003')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Package Balance' })).toContainText('Lucía Fernández')
})

test('the customer’s page begins what the desk does: invoice, payment, receipt, statement', async ({
  page,
  kestrel,
}) => {
  await openCustomer(page, kestrel, 'lucia')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Take payment' }).click()
  await expect(page.getByRole('dialog', { name: 'Package payment' })).toContainText('CP-1003')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Statement', exact: true }).click()
  await expect(page.getByRole('dialog', { name: /statement/i })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Receipt', exact: true }).first().click()
  await page.getByRole('menuitem').first().click()
  await expect(page.getByRole('dialog', { name: 'On paper' })).toContainText('Receipt')
})

test('what the desk does stands in one row at 1280 pixels, what is seldom done under More', async ({
  page,
  kestrel,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await openCustomer(page, kestrel, 'lucia')
  const first = page.getByRole('button', { name: 'New invoice' })
  const more = page.getByRole('button', { name: 'More', exact: true })
  const [begin, end] = [await first.boundingBox(), await more.boundingBox()]
  expect(end?.y).toBe(begin?.y)
  await more.click()
  for (const name of ['Merge', 'History', 'All data of this customer'])
    await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(page.getByRole('dialog', { name: /History of Lucía/ })).toContainText('Name')
  await page.keyboard.press('Escape')
  await more.click()
  await page.getByRole('menuitem', { name: 'Merge' }).click()
  await expect(page.getByRole('dialog', { name: 'Merge into another customer' })).toBeVisible()
})

test('the tables of a customer’s page stand whole in the window, and no word is broken into letters', async ({
  page,
  kestrel,
}) => {
  await openCustomer(page, kestrel, 'lucia')
  for (const width of [1024, 1280, 1440, 1500, 1600]) {
    await page.setViewportSize({ width, height: 900 })
    const account = page.getByRole('table', { name: 'Account history' })
    const box = await account.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width)
    const action = await account.getByRole('columnheader', { name: 'Action', exact: true }).boundingBox()
    expect(action?.width).toBeGreaterThan(100)
  }
})

test('a new line has the focus, and Escape asks before it throws a filled form away', async ({ page, kestrel }) => {
  await openCustomer(page, kestrel, 'lucia')
  await page.getByRole('button', { name: 'New invoice' }).click()
  const form = page.getByRole('dialog', { name: 'New invoice' })
  await expect(form.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Lucía/)
  // Whom it is for is known: one begins with what was flown.
  await expect(form.getByRole('combobox', { name: 'Hours or item' })).toBeFocused()
  await chooseItem(page, form.getByRole('group', { name: 'Line 1' }), /GROUND/)
  await form.getByLabel('Quantity').pressSequentially('1')
  await form.getByRole('button', { name: 'Add line' }).click()
  const second = form.getByRole('group', { name: 'Line 2' })
  await expect(second.getByRole('combobox', { name: 'Hours or item' })).toBeFocused()
  await form.getByLabel('Note').focus()
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Leave this form?' })
  await expect(question).toBeVisible()
  await expectNoViolations(page)
  await question.getByRole('button', { name: 'Go on writing' }).last().click()
  await expect(form.getByLabel('Quantity').first()).toHaveValue('1')
  await form.getByLabel('Note').focus()
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Throw it away' }).click()
  await expect(form).toHaveCount(0)
  // An untouched form closes at once.
  await page.getByRole('button', { name: 'New invoice' }).click()
  await form.getByLabel('Note').focus()
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
})

test('one pay step splits, gives change, and says what was paid and what is due; the message covers nothing', async ({
  page,
  kestrel,
}) => {
  await openCustomer(page, kestrel, 'lucia')
  await page.getByRole('button', { name: 'New invoice' }).click()
  const form = page.getByRole('dialog', { name: 'New invoice' })
  await chooseItem(page, form.getByRole('group', { name: 'Line 1' }), /GROUND/)
  await form.getByLabel('Quantity').fill('1')
  await form.getByRole('button', { name: 'Add line' }).click()
  await chooseItem(page, form.getByRole('group', { name: 'Line 2' }), /HEADSET/)
  await form.getByRole('group', { name: 'Line 2' }).getByLabel('Quantity').fill('1')
  await form.getByRole('button', { name: 'Make invoice' }).click()

  const pay = page.getByRole('dialog', { name: 'Pay invoice' })
  await expect(pay).toContainText('Lucía Fernández')
  const [first, second] = [pay.getByRole('group', { name: 'Tender 1' }), pay.getByRole('group', { name: 'Tender 2' })]
  await expect(first.getByRole('combobox', { name: 'Tender' })).toHaveValue('Package funds')
  // 849.95 and 6.5 % tax.
  await expect(second.getByLabel('Amount')).toHaveValue('905.20')
  await second.getByRole('combobox', { name: 'Tender' }).click()
  await page.getByRole('option', { name: 'Check' }).click()
  await second.getByLabel('Check number').fill('1042')
  await second.getByLabel('Amount').fill('500')
  await expect(pay).toContainText('$405.20 will still be due.')
  await pay.getByRole('button', { name: 'Add a tender' }).click()
  const third = pay.getByRole('group', { name: 'Tender 3' })
  await expect(third.getByLabel('Amount')).toHaveValue('405.20')
  await third.getByLabel('Amount').fill('410')
  await expect(pay.getByText('Give $4.80 change')).toBeVisible()
  await expectNoViolations(page)
  await pay.getByRole('button', { name: 'Pay', exact: true }).click()

  const invoice = page.getByRole('dialog', { name: 'Invoice', exact: true })
  await expect(invoice.getByRole('table', { name: /Payments of/ })).toContainText('Check 1042')
  await expect(invoice.getByText('Paid', { exact: true }).first()).toBeVisible()
  const said = page.getByRole('alert').filter({ hasText: 'from package funds' })
  await expect(said).toContainText('$500.00 of INV-')
  await expect(said).toContainText('The change is $4.80.')
  await expect(said).toContainText(/Nothing is due on INV-\d+ any more\./)
  const [message, dialog, list] = [
    await said.boundingBox(),
    await invoice.boundingBox(),
    await page.locator('main').boundingBox(),
  ]
  expect((dialog?.y ?? 0) + (dialog?.height ?? 0)).toBeLessThanOrEqual(message?.y ?? 0)
  expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(message?.y ?? 0)
})
