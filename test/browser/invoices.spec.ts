import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, openPackages, test, type RunningSchool } from './school-window.ts'

async function openInvoices(page: Page, school: RunningSchool): Promise<void> {
  await openPackages(page, school)
  await page.getByRole('tab', { name: 'Invoices' }).click()
  await expect(page.getByRole('row', { name: /INV-2010/ })).toBeVisible()
}

/** Picks a customer in the form of a new invoice, by name. */
async function newInvoiceFor(page: Page, name: string) {
  await page.getByRole('button', { name: 'New invoice' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Customer' }).fill(name)
  await page.getByRole('option', { name: new RegExp(name) }).click()
  return dialog
}

test.describe('Invoices', () => {
  test('lists newest first, searches, and opens an invoice', async ({ page, kestrel }) => {
    await openInvoices(page, kestrel)
    await expectNoViolations(page)
    await page.getByLabel('Search').fill('INV-2010')
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: 'INV-2010' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invoice' })
    await expect(dialog.getByRole('table', { name: 'Lines of INV-2010' })).toContainText('8.50')
    await expectNoViolations(page)
  })

  test('makes one from a package with its preview, pays it by package, and shows it paid', async ({
    page,
    kestrel,
  }) => {
    await openInvoices(page, kestrel)
    const dialog = await newInvoiceFor(page, 'Amelia')
    await dialog.getByRole('combobox', { name: 'Hours or item' }).click()
    await page.getByRole('option', { name: /GROUND/ }).click()
    await expect(dialog.getByRole('combobox', { name: 'Drawn from' })).toHaveValue(/CP-1001/)
    await dialog.getByLabel('Quantity').fill('1:18')
    await expect(dialog.getByText('Total $')).toBeVisible()
    await expect(dialog.getByRole('group', { name: 'Balances before and after' })).toContainText('Ground instruction')
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Make invoice' }).click()
    const pay = page.getByRole('dialog', { name: 'Pay invoice' })
    await expect(pay.getByRole('combobox', { name: 'Tender' })).toHaveValue('Package funds')
    await expect(pay.getByRole('combobox', { name: 'Tender' })).toBeFocused()
    await expect(pay.getByRole('group', { name: 'Balances before and after' })).toContainText('Package funds')
    await expectNoViolations(page)
    await pay.getByRole('button', { name: 'Pay', exact: true }).click()
    const paid = page.getByRole('dialog', { name: 'Invoice' })
    await expect(paid.getByText('Paid', { exact: true }).first()).toBeVisible()
    await expect(paid.getByRole('table', { name: /Lines of/ })).toContainText('1.30')
    await expect(paid.getByRole('table', { name: /Payments of/ })).toContainText('Package funds')
    await expect(paid.getByRole('button', { name: 'Refund' })).toBeVisible()
  })

  test('a line over what is available offers the split', async ({ page, kestrel }) => {
    await openInvoices(page, kestrel)
    const dialog = await newInvoiceFor(page, 'Amelia')
    await dialog.getByRole('combobox', { name: 'Hours or item' }).click()
    await page.getByRole('option', { name: /GROUND/ }).click()
    await dialog.getByLabel('Quantity').fill('14')
    await dialog.getByRole('button', { name: 'Put the other 1.00 h on a line at the standard rate' }).click()
    const second = dialog.getByRole('group', { name: 'Line 2' })
    await expect(second.getByRole('combobox', { name: 'Drawn from' })).toHaveValue('Standard rate')
    await expect(second.getByLabel('Quantity')).toHaveValue('1.00')
    await expect(dialog.getByRole('group', { name: 'Line 1' }).getByLabel('Quantity')).toHaveValue('13.00')
  })

  test('a void needs a reason, and starts on Cancel', async ({ page, kestrel }) => {
    await openInvoices(page, kestrel)
    await page.getByRole('button', { name: 'INV-2010' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Void' }).click()
    const dialog = page.getByRole('dialog', { name: 'Void invoice' })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await expectNoViolations(page)
    await dialog.getByRole('button', { name: 'Void invoice', exact: true }).click()
    await expect(dialog.getByText(/A reason is needed/)).toBeVisible()
    await dialog.getByLabel('Reason').fill('wrong day')
    await dialog.getByRole('button', { name: 'Void invoice', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Invoice' }).getByText('Void', { exact: true })).toBeVisible()
  })

  test('a correction voids and replaces, linked both ways', async ({ page, kestrel }) => {
    await openInvoices(page, kestrel)
    await page.getByRole('button', { name: 'INV-2010' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Correct' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct invoice' })
    await expect(dialog.getByLabel('Quantity')).toHaveValue('8.50')
    await dialog.getByLabel('Quantity').fill('8,2')
    await dialog.getByLabel('Reason').fill('tach misread')
    await dialog.getByRole('button', { name: 'Correct invoice', exact: true }).click()
    await page.getByRole('dialog', { name: 'Pay invoice' }).getByRole('button', { name: 'Cancel' }).click()
    const made = page.getByRole('dialog', { name: 'Invoice' })
    await expect(made.getByText('Corrects INV-2010')).toBeVisible()
    await made.getByRole('button', { name: 'INV-2010' }).click()
    await expect(made.getByText(/Corrected by INV-/)).toBeVisible()
  })
  test('a failed payment leaves the invoice open; a part of a line is refunded', async ({ page, kestrel }) => {
    await openInvoices(page, kestrel)
    const dialog = await newInvoiceFor(page, 'Amelia')
    await dialog.getByRole('combobox', { name: 'Hours or item' }).click()
    await page.getByRole('option', { name: /HEADSET/ }).click()
    await expect(dialog.getByRole('combobox', { name: 'Drawn from' })).toHaveValue('Standard rate')
    await dialog.getByLabel('Quantity').fill('2')
    await dialog.getByRole('button', { name: 'Make invoice' }).click()
    const invoice = page.getByRole('dialog', { name: 'Invoice', exact: true })
    await invoice.getByRole('button', { name: 'Pay', exact: true }).click()
    const pay = page.getByRole('dialog', { name: 'Pay invoice' })
    await pay.getByRole('radio', { name: 'Failed' }).check()
    await pay.getByRole('button', { name: 'Record failed payment' }).click()
    await expect(invoice.getByText('Open', { exact: true })).toBeVisible()
    await expect(invoice.getByRole('table', { name: /Payments of/ })).toContainText('Failed')
    await invoice.getByRole('button', { name: 'Pay', exact: true }).click()
    await pay.getByRole('button', { name: 'Pay', exact: true }).click()
    await invoice.getByRole('button', { name: 'Refund' }).click()
    const refund = page.getByRole('dialog', { name: 'Refund invoice' })
    await refund.getByRole('combobox', { name: 'Refund' }).click()
    await page.getByRole('option', { name: /Headset/i }).click()
    await refund.getByLabel('Quantity').fill('3')
    await expect(refund.getByText(/Only 2.00 of HEADSET/)).toBeVisible()
    await refund.getByLabel('Quantity').fill('1')
    await refund.getByLabel('Reason').fill('one came back')
    await refund.getByRole('button', { name: 'Refund', exact: true }).click()
    await expect(invoice.getByText('Partially refunded', { exact: true })).toBeVisible()
  })

  test('an invoice and its receipt print on a sheet of their own', async ({ page, kestrel }) => {
    // The printer itself cannot be tried here: what it would get is held open instead.
    await page.addInitScript(() => {
      window.print = () => undefined
    })
    await openInvoices(page, kestrel)
    await page.getByRole('button', { name: 'INV-2010' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invoice' })
    const total = await dialog.getByText('Total').locator('xpath=following-sibling::*').innerText()
    for (const [button, title] of [
      ['Print invoice', 'Invoice INV-2010'],
      ['Receipt', 'Receipt INV-2010'],
    ] as const) {
      await dialog.getByRole('button', { name: button }).first().click()
      const paper = page.getByRole('dialog', { name: 'On paper' })
      await expect(paper.getByRole('document', { name: 'Preview of the paper' })).toContainText(total)
      const download = page.waitForEvent('download')
      await paper.getByRole('button', { name: 'Save as PDF' }).click()
      expect((await download).suggestedFilename()).toBe(`${title.replace(' ', '-')}_C-002.pdf`)
      await paper.getByRole('button', { name: 'Print' }).click()
      await page.emulateMedia({ media: 'print' })
      const sheet = page.getByRole('article', { name: title })
      await expect(sheet).toBeVisible()
      await expect(sheet).toContainText('Kestrel')
      await expect(sheet).toContainText(total)
      await expect(page.getByRole('tab', { name: 'Invoices' })).toBeHidden()
      expect(await page.title()).toBe(title)
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await expect(sheet).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(paper).toHaveCount(0)
    }
  })
})
