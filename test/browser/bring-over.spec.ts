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
