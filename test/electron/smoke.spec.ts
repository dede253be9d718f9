import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const ROOT = resolve(import.meta.dirname, '..', '..')

test('Electron: demonstration school, Packages, View Balances, History', async () => {
  const there = existsSync(join(ROOT, 'node_modules', 'electron', 'path.txt'))
  test.skip(!there, "Electron's binary is not installed here (npx install-electron fetches it)")
  test.skip(process.platform === 'linux' && process.getuid?.() === 0, 'Electron does not run as root')
  const data = mkdtempSync(join(tmpdir(), 'blocktime-electron-'))
  const application = await _electron.launch({ args: [ROOT, '--data', data] })
  const page = await application.firstWindow()
  await page.getByRole('button', { name: 'Look at the demonstration school' }).click()
  await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
  await page.getByRole('link', { name: 'Billing' }).click()
  await page.getByRole('button', { name: 'Actions' }).first().click()
  await page.getByRole('menuitem', { name: 'View Balances' }).click()
  await page
    .getByRole('dialog', { name: 'Package Balance' })
    .getByRole('button', { name: 'History', exact: true })
    .click()
  await expect(page.getByRole('dialog', { name: 'History' })).toContainText('Added to package')
  await application.close()
  rmSync(data, { recursive: true, force: true })
})
