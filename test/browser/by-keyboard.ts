import type { Locator, Page } from '@playwright/test'
import { expect } from './school-window.ts'

const MOST_PRESSES = 120

/** Presses Tab until the focus is there, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'can be reached with Tab').toBeFocused()
}

/** Goes to a button, a link or a tab and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to a field and writes into it, in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Goes to a field with choices, walks down to one and takes it. */
export async function choose(page: Page, field: Locator, option: RegExp, typed?: string): Promise<void> {
  await tabTo(page, field)
  if (typed !== undefined) await page.keyboard.type(typed)
  const wanted = page.getByRole('option', { name: option }).first()
  if (!(await page.getByRole('option').first().isVisible())) await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if ((await wanted.getAttribute('data-combobox-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
