import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test } from './school-window.ts'

const STUDENTS = [
  'Who,Student Name,Package,Paid,DUAL left',
  'N-1,Ada Blom,IFR,4000,10.5',
  'N-2,Ben Cole,PPL,999999,40',
].join('\n')

test('students are brought over from a spreadsheet: columns named once, every balance shown, wrong rows named, all or nothing', async ({
  page,
  kestrel,
}) => {
  await signInAs(page, kestrel, 'administrator')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Bring over students' }).click()
  const choose = (text: string) =>
    page
      .getByLabel('Choose a spreadsheet')
      .last()
      .setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose(STUDENTS)
  const day = page.getByRole('textbox', { name: 'Day of the change-over' })
  await day.fill('12/31/2199')
  await expect(page.getByText('The change-over cannot be after today')).toBeVisible()
  await day.fill('01/31/2026')
  await page.getByRole('combobox', { name: 'Who' }).click()
  await page.getByRole('option', { name: 'Customer number' }).click()
  await expect(page.getByRole('alert')).toContainText('Row 3: Paid $999,999.00 is more than the price')
  await expectNoViolations(page)
  await choose(STUDENTS.replace('999999', '100'))
  await expect(page.getByText('2 students as they will be')).toBeVisible()
  await page.getByRole('button', { name: 'Bring over 2 students' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'brought over' })).toBeVisible()
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('row', { name: /Ada Blom/ })).toContainText('4,000.00')
})

const NIGHT = [
  'Customer number,Customer name,Package,Added on,DUAL used,DUAL left',
  'N-7,Eva Fry,NIGHT,01/15/2026,2,4',
].join('\n')

test('a package that is not here is made on the way where that is ticked, and shown before', async ({
  page,
  kestrel,
}) => {
  await signInAs(page, kestrel, 'administrator')
  await page.goto(`${page.url().split('#')[0]}#/settings/bring`)
  await page
    .getByLabel('Choose a spreadsheet')
    .last()
    .setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(NIGHT) })
  await expect(page.getByRole('alert')).toContainText('There is no package NIGHT')
  await page.getByRole('checkbox', { name: /Make packages that are not here yet/ }).check()
  const made = page.getByRole('list', { name: '1 package that will be made' })
  await expect(made).toContainText('NIGHT, list price $540.00')
  await expect(made).toContainText('6.00 at 90.00 (your standard rate)')
  await expect(page.getByText('NIGHT since Jan 15, 2026')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Bring over 1 student' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'brought over' })).toBeVisible()
  await page.getByRole('tab', { name: 'Packages' }).click()
  await expect(page.getByRole('row', { name: /NIGHT/ })).toContainText('540.00')
})
