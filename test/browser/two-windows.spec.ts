import type { Page } from '@playwright/test'
import { expect, openBalance, openPackages, test } from './school-window.ts'

async function paymentForm(page: Page, ref: string) {
  await page
    .getByRole('row', { name: new RegExp(ref) })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Package payment' }).click()
  return page.getByRole('dialog', { name: 'Package payment' })
}

async function takePayment(page: Page, ref: string, amount: string): Promise<void> {
  const form = await paymentForm(page, ref)
  await form.getByLabel('Amount').fill(amount)
  await form.getByLabel('Amount').press('Enter')
  await expect(form).toHaveCount(0)
}

test('a balance shown is refreshed when someone else’s action changes it', async ({ page, context, kestrel }) => {
  await openPackages(page, kestrel)
  const balance = await openBalance(page, 'CP-1001')
  await expect(balance.getByRole('button', { name: 'Explain Amount paid: $5,000.00' })).toBeVisible()
  const other = await context.newPage()
  await openPackages(other, kestrel)
  await takePayment(other, 'CP-1001', '10')
  await expect(balance.getByRole('button', { name: 'Explain Amount paid: $5,010.00' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /CP-1001/ })).toContainText('$5,010.00')
})

test('a form built on an old balance is refused with the new numbers, and keeps what was typed', async ({
  page,
  context,
  kestrel,
}) => {
  await openPackages(page, kestrel)
  const form = await paymentForm(page, 'CP-1001')
  await form.getByLabel('Amount').fill('100')
  await form.getByLabel('Note').fill('from the parents')
  const changes = form.getByRole('group', { name: 'Balances before and after' })
  await expect(changes).toContainText('$5,000.00')
  const other = await context.newPage()
  await openPackages(other, kestrel)
  await takePayment(other, 'CP-1001', '10')
  await expect(form.getByText('The numbers have changed')).toBeVisible()
  await expect(changes).toContainText('$5,010.00')
  await form.getByRole('button', { name: 'Take payment' }).click()
  await expect(form.getByText('CP-1001 was changed since you opened this.')).toBeVisible()
  await expect(form.getByLabel('Amount')).toHaveValue('100')
  await expect(form.getByLabel('Note')).toHaveValue('from the parents')
  await form.getByRole('button', { name: 'Take payment' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('row', { name: /CP-1001/ })).toContainText('$5,110.00')
})
