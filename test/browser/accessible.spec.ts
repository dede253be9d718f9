import { expectNoViolations } from './axe.ts'
import { expect, openBalance, openPackages, test } from './school-window.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })
    const colorsOnly = colorScheme === 'dark'

    test('first start', async ({ page, empty }) => {
      await empty.open(page)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expectNoViolations(page, { colorsOnly })
    })

    test('sign-in', async ({ page, kestrel }) => {
      await kestrel.open(page)
      await expect(page.getByRole('button', { name: 'Sign in as Administrator' })).toBeVisible()
      await expectNoViolations(page, { colorsOnly })
    })

    test('Packages, Package Balance, History', async ({ page, kestrel }) => {
      await openPackages(page, kestrel)
      await expectNoViolations(page, { colorsOnly })
      const dialog = await openBalance(page, 'CP-1001')
      await expectNoViolations(page, { colorsOnly })
      await dialog.getByRole('button', { name: 'History', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'History' }).getByText('PAY-1')).toBeVisible()
      await expectNoViolations(page, { colorsOnly })
    })
  })
}
