import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../../electron/browser/server.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { expectNoViolations } from './axe.ts'
import { expect, signInAs, test } from './school-window.ts'

const BUILT = join(resolve(import.meta.dirname, '..', '..'), 'out')

/** Serves a copy of a school that was backed up when its day ended, and then harmed. */
async function served(kestrelFolder: string, harm: (file: string) => void) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'blocktime-trouble-'))
  cpSync(kestrelFolder, dataFolder, { recursive: true })
  await (await openApplication({ dataFolder, backups: true })).close()
  harm(join(dataFolder, 'school.blocktime'))
  const application = await openApplication({ dataFolder })
  const server = await startServer({ application, port: 0, built: BUILT })
  return {
    open: async (page: Page) => void (await page.goto(server.addressWhileServing())),
    end: async () => {
      await server.close()
      await application.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0xff, 8 * 4096, 40 * 4096)
  writeFileSync(file, bytes)
}

test('a damaged school comes back with three clicks, and one signs in again', async ({ page, kestrelFolder }) => {
  const school = await served(kestrelFolder, damage)
  await school.open(page)
  await expect(page.getByRole('heading', { name: 'The data file is damaged' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'The backups' })).toContainText('Opened and checked')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Bring back this backup…' }).click()
  await expect(page.getByText('Kestrel Flight Academy')).toBeVisible()
  await expectNoViolations(page)
  await expect(page.getByRole('heading', { name: 'Bring this backup back?' })).toBeVisible()
  await page.getByRole('button', { name: 'Put this backup in place' }).click()
  await expect(page.getByText('The backup is in place, and checked.')).toBeVisible()
  // What was recorded after the backup is not kept: nobody may be told so.
  await expect(page.getByText('enter again what was recorded after this backup was made')).toBeVisible()
  await expect(page.getByText('Everything recorded so far is kept.')).toBeHidden()
  await page.getByRole('button', { name: 'Sign in as Front Desk' }).click()
  await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
  await school.end()
})

test('a missing file is no first start', async ({ page, kestrelFolder }) => {
  const school = await served(kestrelFolder, (file) => rmSync(file))
  await school.open(page)
  await expect(page.getByRole('heading', { name: 'The data file is missing' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('It is still the same.')).toBeVisible()
  await school.end()
})

test('Settings > Backups makes a backup and puts it in place', async ({ page, kestrel }) => {
  await signInAs(page, kestrel, 'administrator')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Backups' }).click()
  await expect(page.getByText('There is no backup yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The last backup is of today.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: /^Restore / }).click()
  await expect(page.getByRole('dialog')).toContainText('Nothing that was recorded is missing in it.')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Put this backup in place' }).click()
  await expect(page.getByText('The backup is in place. Sign in again.')).toBeVisible()
})
