import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startServer } from '../../electron/browser/server.ts'
import { openApplication } from '../../electron/calls/application.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { deskWithout, lookAtSchool, signedInAt } from '../postgres/desk-without.ts'
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
    application,
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
  await page.goto('about:blank')
  await end()
})

test('what was refused is done again by its form, as it was filled in, and each leads to the other', async ({
  page,
}) => {
  test.skip(!hasServer, 'PostgreSQL is not installed here')
  const { network, beside, address, application, end } = await servedAtServer()
  const desk = await signedInAt(application)
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in as Administrator' }).click()
  network.down()
  await desk.isWithout()
  await desk.ask('packages.pay', { ...PAYMENT, note: 'the rest' })
  const lines = [{ package: null, code: 'BRIEF', quantity: 150, note: '' }]
  await desk.ask('invoices.make', { date: null, note: '', basis: [], customer: 'C-001', lines })
  const other = await deskWithout(beside)
  await other.ask('packages.pay', { ...PAYMENT, amount: 5_000, method: 'card' })
  await other.ask('catalogue.setRate', { code: 'BRIEF', from: '2026-02-01', rate: '99', taxPercent: '0' })
  await other.application.close()
  network.up()
  await page.getByRole('link', { name: 'See what is not sent' }).click({ timeout: 60_000 })
  const list = page.getByRole('list', { name: 'Not sent' })
  await expect(list).toContainText('would now do something else', { timeout: 60_000 })

  await list.getByRole('button', { name: 'Do number 1 again' }).click()
  const payment = page.getByRole('dialog', { name: 'Package payment' })
  await expect(payment.getByLabel('Amount')).toHaveValue('116.13')
  await expect(payment.getByLabel('Tender')).toHaveValue('Cash')
  await expect(payment.getByLabel('Note')).toHaveValue('the rest · not sent number 1, done again')
  await expectNoViolations(page)
  // As it was it is refused as before; corrected it goes through.
  await payment.getByRole('button', { name: 'Take payment' }).click()
  await expect(payment).toContainText('$66.13')
  await payment.getByLabel('Amount').fill('66.13')
  await payment.getByRole('button', { name: 'Take payment' }).click()
  await expect(payment).toHaveCount(0)
  await expect(list).toContainText(/Settled by Morgan Reyes: Done again as PAY-\d+/)
  await list.getByRole('button', { name: /^See PAY-/ }).click()
  const balance = page.getByRole('dialog', { name: /Package Balance/ })
  await balance.getByRole('button', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Details of Package payment PAY-8' }).click()
  await expect(page.getByText('the rest · not sent number 1, done again')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await list.getByRole('button', { name: 'Do number 2 again' }).click()
  const invoice = page.getByRole('dialog', { name: 'New invoice' })
  await expect(invoice.getByLabel('Customer')).toHaveValue(/\(C-001\)$/)
  await expect(invoice.getByLabel('Quantity')).toHaveValue('1.50')
  await expect(invoice).toContainText('$148.50')
  await invoice.getByRole('button', { name: 'Make invoice' }).click()
  await expect(list).toContainText(/Settled by Morgan Reyes: Done again as INV-\d+/)
  await expect(page.getByText('was refused when it was sent to the server.')).toHaveCount(0)
  await page.goto('about:blank')
  await end()
})
