import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What the project promises: WCAG 2.1 A and AA, and what axe recommends beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/**
 * Axe finds nothing wrong with what the window shows; where a dialog is open, in it: nobody reaches what is behind.
 * @param colorsOnly where only the colors differ from a state that was looked at already: the dark scheme
 */
export async function expectNoViolations(page: Page, { colorsOnly = false } = {}): Promise<void> {
  // What is fetched when it is opened may not be there yet; every screen has one title.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeAttached()
  const inDialog = (await page.getByRole('dialog').count()) > 0
  const axe = inDialog ? new AxeBuilder({ page }).include('[role=dialog]') : new AxeBuilder({ page })
  const { violations } = await (colorsOnly ? axe.withRules(['color-contrast']) : axe.withTags(TAGS)).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
  ).toEqual([])
}
