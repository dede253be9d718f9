import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectNoViolations } from './axe.ts'
import { unzipped } from '../unzipped.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

test('a statement is previewed, saved as PDF, printed, and confirmed by its fingerprint', async ({ page, kestrel }) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openPackages(page, kestrel)
  const balance = await openBalance(page, 'CP-1001')
  await balance.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Statement' }).click()
  const dialog = page.getByRole('dialog', { name: 'Statement' })
  const preview = dialog.getByRole('document', { name: 'Preview of the statement' })
  await expect(preview).toContainText('not issued yet')
  await expect(preview).toContainText('$4,590.87')
  await expect(preview).toContainText('Closing balance')
  await dialog.getByLabel('Say in words').check()
  await expect(preview).toContainText('48.70 h left = 50.00 h included − 1.30 h on 1 paid invoice.')
  await expectNoViolations(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as PDF' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('ST-1001_C-001_CP-1001.pdf')
  expect(
    readFileSync(await saved.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await dialog.getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByRole('article', { name: 'Statement ST-1001' })
  await expect(sheet).toContainText('$4,590.87')
  const fingerprint = /Fingerprint\s+([^\s,]+),/.exec(await sheet.innerText())?.[1] ?? ''
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await dialog.getByLabel('As of').fill('2025-01-01')
  await expect(dialog.getByText(/had no such package/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Statements' }).click()
  await page.getByLabel('Statement number').fill('1001')
  await page.getByLabel('Fingerprint').fill(fingerprint)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('This statement is valid')).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Fingerprint').fill('45-0000-0000-0000')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('This statement does not agree')).toBeVisible()
})

test('the logo of the school is chosen in Settings, and stands on what is printed', async ({ page, kestrel }) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await openPackages(page, kestrel)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'School', exact: true }).click()
  const choose = (name: string, content: string) =>
    page
      .getByLabel('Picture of the logo')
      .setInputFiles({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(content) })
  await choose('broken.svg', 'not a picture')
  await expect(page.getByText('broken.svg is not a picture')).toBeVisible()
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><rect width="300" height="90"/></svg>'
  await choose('logo.svg', drawing)
  await expect(page.getByRole('img', { name: 'The school’s logo' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Billing' }).click()
  await page.getByRole('tab', { name: 'Packages' }).click()
  const balance = await openBalance(page, 'CP-1001')
  await balance.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Statement' }).click()
  await page.getByRole('dialog', { name: 'Statement' }).getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  const picture = page.getByRole('article', { name: /Statement ST-/ }).locator('header img')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    300, 90,
  ])
})

test('many statements are written into a folder while the window goes on', async ({ page, kestrel }) => {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-statements-'))
  try {
    await openPackages(page, kestrel)
    await page.getByRole('tab', { name: 'Statements' }).click()
    await page.getByRole('radio', { name: 'A PDF each, in a folder' }).check()
    await page.getByLabel('Folder', { exact: true }).fill('somewhere')
    await page.getByRole('button', { name: 'Write the statements' }).click()
    await expect(page.getByText('The folder is not written as a whole path.')).toBeVisible()
    await page.getByLabel('Folder', { exact: true }).fill(folder)
    await page.getByRole('button', { name: 'Write the statements' }).click()
    await expect(page.getByText(/All \d+ statements are in/)).toBeVisible()
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(3)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('in a browser many statements come as one ZIP file, with drafts of e-mails and a list', async ({
  page,
  kestrel,
}) => {
  await openPackages(page, kestrel)
  await page.getByRole('tab', { name: 'Statements' }).click()
  const forms = page.getByRole('radiogroup', { name: 'Form' })
  await expect(forms.getByRole('radio', { name: 'A PDF each, in a ZIP file' })).toBeChecked()
  await expect(page.getByLabel('Folder', { exact: true })).toHaveCount(0)
  const drafts = page.getByLabel(/^Drafts of e-mails/)
  await forms.getByRole('radio', { name: 'One PDF' }).check()
  await expect(drafts).toBeDisabled()
  await forms.getByRole('radio', { name: 'A PDF each, in a ZIP file' }).check()
  await drafts.check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Write the statements' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^Statements \d{4}-\d{2}-\d{2}\.zip$/)
  await expect(
    page.getByText(/^All \d+ statements are in Statements [\d-]+\.zip\. \d+ drafts of e-mails were written/),
  ).toBeVisible()
  await expectNoViolations(page)
  const inside = unzipped(readFileSync(await saved.path()))
  const names = [...inside.keys()]
  const drafted = names.filter((name) => name.endsWith('.eml'))
  expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(drafted.length)
  expect(inside.get(drafted[0]!)).toContain('X-Unsent: 1')
  const list = inside.get(names.find((name) => name.startsWith('List of statements'))!)!
  for (const name of names.filter((each) => !each.endsWith('.csv'))) expect(list).toContain(name)
  // Once more, where the first download was thrown away.
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the ZIP file' }).click()
  expect(readFileSync(await (await again).path())).toEqual(readFileSync(await saved.path()))
})
