import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { startServer } from '../../electron/browser/server.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { makeDemonstration } from '../../electron/billing/school-store.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import { leadToServer, serverOf } from '../../electron/storage/server-folder.ts'
import { ROLE_NAMES, type Role } from '../../shared/permissions.ts'
import { newDatabase, runServer } from '../postgres/server.ts'
import { onTestEngine } from '../test-engine.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
/** The folder of the example school. */
export const KESTREL = join(ROOT, 'test', 'fixtures', 'schools', 'kestrel')

/** A running browser host over a data folder of its own. */
export interface RunningSchool {
  /** Opens a window on it, as a person would. */
  open(page: Page): Promise<void>
}

/** Makes the example school in a folder, opened to sign-in by role. */
async function makeKestrel(dataFolder: string): Promise<void> {
  await onTestEngine(dataFolder)
  const application = await openApplication({ dataFolder })
  const files = readdirSync(KESTREL).map((name) => [name, readFileSync(join(KESTREL, name))] as const)
  const users = Buffer.concat([readFileSync(join(KESTREL, 'users.csv')), Buffer.from('student,Sam Student,customer\n')])
  const folder = new Map([...files, ['users.csv', users]])
  await application.database.write(async (db) => {
    const result = await importSchool(
      db,
      folder,
      { userId: null, now: new Date('2026-02-01T12:00:00Z') },
      () => undefined,
    )
    expect(result.outcome).toBe('imported')
    await makeDemonstration(db, { userId: null, now: new Date('2026-02-01T12:00:00Z') })
  })
  await application.close()
}

/** Serves a data folder of its own: an empty one, or a copy of another. */
export async function serve(copied: string | null): Promise<{ school: RunningSchool; end: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'blocktime-browser-'))
  if (copied !== null) cpSync(copied, dataFolder, { recursive: true })
  const address = copied === null ? null : serverOf(copied)
  if (address === null) await onTestEngine(dataFolder)
  else leadToServer(dataFolder, newDatabase(await runServer(), { like: address }))
  const application = await openApplication({ dataFolder })
  const server = await startServer({ application, port: 0, built: join(ROOT, 'out') })
  return {
    school: {
      open: async (page) => {
        // An address that differs in its fragment only would not be loaded anew.
        if (page.url() !== 'about:blank') await page.goto('about:blank')
        await page.goto(server.addressWhileServing())
      },
    },
    end: async () => {
      await server.close()
      await application.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

interface Fixtures {
  /** the example school, with a button for each role on its sign-in screen */
  kestrel: RunningSchool
  /** a data folder with nothing in it */
  empty: RunningSchool
  /** everything that the window said was wrong; must stay empty */
  complaints: string[]
}

/** Windows close before their host: one that is still reading would report its end as trouble. */
async function closeWindows(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) await page.close()
}

export const test = base.extend<Fixtures, { kestrelFolder: string }>({
  kestrelFolder: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), 'blocktime-kestrel-'))
      await makeKestrel(folder)
      await provide(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  kestrel: async ({ kestrelFolder, context }, provide) => {
    const { school, end } = await serve(kestrelFolder)
    await provide(school)
    await closeWindows(context)
    await end()
  },
  empty: async ({ context }, provide) => {
    const { school, end } = await serve(null)
    await provide(school)
    await closeWindows(context)
    await end()
  },
  complaints: [
    async ({ page }, provide) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      await provide(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

export async function signInAs(page: Page, school: RunningSchool, role: Role): Promise<void> {
  await school.open(page)
  await page.getByRole('button', { name: `Sign in as ${ROLE_NAMES[role]}` }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** Signs in as the administrator and goes to Billing > Packages. */
export async function openPackages(page: Page, school: RunningSchool): Promise<void> {
  await signInAs(page, school, 'administrator')
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('tab', { name: 'Packages', selected: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /CP-1001/ })).toBeVisible()
}

/** Opens the Package Balance of a customer package through its row's Actions. */
export async function openBalance(page: Page, ref: string) {
  await page
    .getByRole('row', { name: new RegExp(ref) })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'View Balances' }).click()
  const dialog = page.getByRole('dialog', { name: 'Package Balance' })
  await expect(dialog.getByText('Total package price')).toBeVisible()
  return dialog
}
