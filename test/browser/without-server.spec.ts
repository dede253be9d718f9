import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startServer } from '../../electron/browser/server.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { deskWithout, lookAtSchool } from '../postgres/desk-without.ts'
import { makeExample } from '../postgres/desks.ts'
import { hasServer, newDatabase, runServer } from '../postgres/server.ts'
import { weakNetwork } from '../postgres/weak-network.ts'
import { expectNoViolations } from './axe.ts'
import { expect, test } from './school-window.ts'

const BUILT = join(resolve(import.meta.dirname, '..', '..'), 'out')
const PAYMENT = {
  date: null,
  note: '',
  basis: [],
  package: 'CP-1004',
  amount: 11_613,
  method: 'cash',
  failed: false,
} as const

/** A desk at a school on the run's server, over a network that can be cut, and another desk beside it. */
async function servedAtServer() {
  const near = await runServer()
  const address = newDatabase(near)
  const root = mkdtempSync(join(tmpdir(), 'blocktime-without-'))
  const [dataFolder, beside] = [join(root, 'desk'), join(root, 'other')]
  leadToServer(beside, address)
  const school = await openDatabase(beside)
  await makeExample(school)
  await school.close()
  const network = await weakNetwork(near.port)
  leadToServer(dataFolder, address.replace(String(near.port), String(network.port)))
  await lookAtSchool(dataFolder)
  const application = await openApplication({ dataFolder })
  const server = await startServer({ application, port: 0, built: BUILT })
  return {
    network,
    beside,
    address: server.addressWhileServing(),
    end: async () => {
      await server.close()
      await application.close()
      await network.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

test('a desk goes on without its server, and says what is not sent and what was refused', async ({ page }) => {
  test.skip(!hasServer, 'PostgreSQL is not installed here')
  const { network, beside, address, end } = await servedAtServer()
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
  await expect(page.getByRole('row', { name: /CP-1004/ })).toContainText('$116.13')
  network.down()
  const bar = page.getByRole('status').filter({ hasText: 'Without the network since' })
  await expect(bar).toContainText('Nothing waits to be sent.', { timeout: 60_000 })
  await expect(bar).toContainText('Everything shown is as of')

  await page
    .getByRole('row', { name: /CP-1004/ })
    .getByRole('button', { name: 'Actions' })
    .click()
  await page.getByRole('menuitem', { name: 'Package payment' }).click()
  const form = page.getByRole('dialog', { name: 'Package payment' })
  await form.getByLabel('Amount').fill('116.13')
  await form.getByLabel('Amount').press('Enter')
  await expect(form).toHaveCount(0)
  await expect(bar).toContainText('1 action is not sent.')
  await page.getByRole('link', { name: 'See what is not sent' }).click()
  const list = page.getByRole('list', { name: 'Not sent' })
  await expect(list).toContainText('Not sent: waits for the server')
  await expect(list.getByRole('link', { name: /C-004/ })).toBeVisible()
  await expectNoViolations(page)

  // The other desk takes the same money meanwhile.
  const other = await deskWithout(beside)
  await other.ask('packages.pay', PAYMENT)
  await other.application.close()
  network.up()
  await expect(page.getByText('1 action of this desk was refused when it was sent to the server.')).toBeVisible({
    timeout: 60_000,
  })
  await expect(list).toContainText('Refused')
  await list.getByRole('button', { name: 'Settle number 1' }).click()
  await expect(list.getByLabel('What became of it')).toBeFocused()
  await list.getByLabel('What became of it').fill('Given back to the student')
  await list.getByRole('button', { name: 'Settled' }).click()
  await expect(list).toContainText('Settled by Morgan Reyes: Given back to the student')
  await expect(page.getByText('1 action of this desk was refused when it was sent to the server.')).toHaveCount(0)
  await expectNoViolations(page)
  await end()
})
