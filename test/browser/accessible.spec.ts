import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openBalance, openPackages, test } from './school-window.ts'

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('first start', async ({ page, empty }) => {
      await empty.open(page)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expectNoViolations(page)
    })

    test('sign-in', async ({ page, kestrel }) => {
      await kestrel.open(page)
      await expect(page.getByRole('button', { name: 'Sign in as Administrator' })).toBeVisible()
      await expectNoViolations(page)
    })

    test('Packages, Package Balance, History', async ({ page, kestrel }) => {
      await openPackages(page, kestrel)
      await expectNoViolations(page)
      const dialog = await openBalance(page, 'CP-1001')
      await expectNoViolations(page)
      await dialog.getByRole('button', { name: 'History', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'History' }).getByText('PAY-1')).toBeVisible()
      await expectNoViolations(page)
    })
  })
}
