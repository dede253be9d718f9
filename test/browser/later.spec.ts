import { expect, signInAs, test } from './school-window.ts'

test('a part of the window that cannot be fetched says so, and is fetched again', async ({
  page,
  kestrel,
  complaints,
}) => {
  await page.route('**/settings-screen-*.js', (route) => route.abort())
  await signInAs(page, kestrel, 'administrator')
  await page.getByRole('link', { name: 'Settings' }).click()
  const notice = page.getByRole('main').getByRole('alert')
  await expect(notice).toBeVisible()
  // The rest of the window goes on.
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('row', { name: /CP-1001/ })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(notice).toBeVisible()
  await page.unroute('**/settings-screen-*.js')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  // What the browser says of the script that it did not get.
  complaints.length = 0
})
