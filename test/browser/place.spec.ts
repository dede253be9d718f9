import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../../electron/browser/server.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { makeExample } from '../postgres/desks.ts'
import { asSql, hasServer, newDatabase, runServer } from '../postgres/server.ts'
import { expectNoViolations } from './axe.ts'
import { expect, test } from './school-window.ts'

const BUILT = join(resolve(import.meta.dirname, '..', '..'), 'out')

test.skip(!hasServer, 'PostgreSQL is not installed here')

/** A desk of its own, whatever engine the others work on. */
async function desk(folder: string) {
  const application = await openApplication({ dataFolder: folder })
  const server = await startServer({ application, port: 0, built: BUILT })
  return {
    open: async (page: Page) => {
      await page.goto('about:blank')
      await page.goto(server.addressWhileServing())
    },
    end: async () => {
      await server.close()
      await application.close()
    },
  }
}

/** The example school in a folder, or at an address. */
async function example(folder: string, address: string | null): Promise<void> {
  if (address !== null) leadToServer(folder, address)
  const database = await openDatabase(folder)
  await makeExample(database)
  await database.close()
}

async function nameServer(page: Page, address: string): Promise<void> {
  const { port, pathname } = new URL(address)
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Port', { exact: true }).fill(port)
  await page.getByLabel('Database', { exact: true }).fill(pathname.slice(1))
  await page.getByLabel('Name on the server').fill('postgres')
}

test('a school is moved to a server in Settings, and a new desk is led to it at its first start', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-place-'))
  const address = newDatabase(await runServer())
  await example(join(folder, 'first'), null)
  const first = await desk(join(folder, 'first'))
  await first.open(page)
  await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Where the school lies' }).click()
  await expect(page.getByRole('heading', { name: 'The school lies in a folder of this computer' })).toBeVisible()
  await expectNoViolations(page)
  await nameServer(page, address.replace(/[^/]+$/, 'nowhere'))
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByRole('alert')).toContainText('there is no such database')
  await nameServer(page, address)
  await expect(page.getByRole('alert')).toBeHidden()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByText('There is no school in this database yet.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Move this school there' }).click()
  // The school is verified, copied, verified and compared: on a busy machine that takes a while.
  await expect(page.getByText('The school of the chosen place is open.')).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Where the school lies' }).click()
  await expect(page.getByRole('heading', { name: 'The school lies on a server' })).toBeVisible()
  await expect(page.getByText('within this computer, not encrypted')).toBeVisible()
  await page.goto('about:blank')
  await first.end()

  const second = await desk(join(folder, 'second'))
  await second.open(page)
  await page.getByRole('button', { name: 'Work at a server' }).click()
  await nameServer(page, address)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByText(/It holds the school .*Kestrel Flight Academy.* with \d+ entries\./)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Work with that school' }).click()
  await page.getByRole('button', { name: 'Sign in as Front Desk' }).click()
  await page.getByRole('link', { name: 'Billing' }).click()
  await expect(page.getByRole('row', { name: /CP-1001/ })).toBeVisible()
  await page.goto('about:blank')
  await second.end()
  rmSync(folder, { recursive: true, force: true })
})

test('a server that asks for a password has it asked for in the window', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-place-'))
  const { port } = await runServer()
  const address = newDatabase({ port, data: '' })
  const database = new URL(address).pathname.slice(1)
  await example(join(folder, 'owner'), address)
  // The run's server lets everybody in without one; a role that may not sign in at all is refused as a wrong password is.
  const name = `front_${database}`
  asSql({ port }, 'postgres', `create role ${name} nologin; grant blocktime_desk to ${name}`)
  leadToServer(join(folder, 'front'), address.replace('postgres@', `${name}@`))
  const front = await desk(join(folder, 'front'))
  await front.open(page)
  await expect(page.getByRole('heading', { name: 'The server does not know this desk' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Password on the server').first().fill('horse')
  await page.getByRole('button', { name: 'Sign in to the server' }).click()
  await expect(page.getByText('It is still the same.')).toBeVisible()
  asSql({ port }, 'postgres', `alter role ${name} login`)
  await page.getByLabel('Password on the server').first().fill('horse')
  await page.getByRole('button', { name: 'Sign in to the server' }).click()
  await page.getByRole('button', { name: 'Sign in as Front Desk' }).click()
  await expect(page.getByRole('link', { name: 'Billing' })).toBeVisible()
  await page.goto('about:blank')
  await front.end()
  rmSync(folder, { recursive: true, force: true })
})
