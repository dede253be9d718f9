import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../electron/storage/database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { DayWithout, wrongAfterDays } from './day-without.ts'
import { deskWithout, lookAtSchool, type DeskWithout } from './desk-without.ts'
import { makeExample } from './desks.ts'
import { clearServer, hasServer, newDatabase, serverFolder, startServer, type Server } from './server.ts'
import { deskAt } from './temporary-server.ts'
import { weakNetwork, type WeakNetwork } from './weak-network.ts'

const HEADER = { date: null, note: '', basis: [] }

/** A school on the server, and a desk that reaches it over a network that can be cut. */
async function school(
  server: Server,
  desks = 1,
): Promise<{ database: Database; folders: string[]; network: WeakNetwork }> {
  const { database, address } = await deskAt(newDatabase(server))
  await makeExample(database)
  const network = await weakNetwork(server.port)
  onTestFinished(() => network.close())
  const folders = Array.from({ length: desks }, () => temporaryFolder())
  for (const folder of folders) {
    leadToServer(folder, address.replace(String(server.port), String(network.port)))
    await lookAtSchool(folder)
  }
  return { database, folders, network }
}

const entriesOf = (database: Database, note: string) =>
  database.read((db) => db.selectFrom('entries').selectAll().where('note', '=', note).execute())
async function findings(database: Database): Promise<string[]> {
  const { checks } = await verifySchool(database, null)
  return checks.flatMap((check) => check.findings.map(({ message }) => message))
}

async function open(folder: string): Promise<DeskWithout> {
  const desk = await deskWithout(folder)
  onTestFinished(() => desk.application.close())
  return desk
}

describe.skipIf(!hasServer)('a desk without its server', { timeout: 180_000 }, () => {
  let folder: string
  let server: Server
  beforeAll(async () => {
    folder = serverFolder()
    server = await startServer(folder)
    writeFileSync(join(folder, 'ready.json'), JSON.stringify(server))
  })
  afterAll(() => clearServer(folder))

  it('records, shows it as not sent, and sends it once it is back, under the same names for what rests on it', async () => {
    const { database, folders, network } = await school(server)
    const [place = ''] = folders
    const desk = await open(place)
    network.down()
    const made = await desk.ask('invoices.make', {
      ...HEADER,
      note: 'made without',
      customer: 'C-001',
      lines: [{ package: null, code: 'DUAL', quantity: 100, note: '' }],
    })
    expect(made.ref).toBe('INV not sent 1')
    await desk.ask('invoices.pay', {
      ...HEADER,
      note: 'paid without',
      ref: made.ref,
      amount: null,
      method: 'cash',
      failed: false,
    })
    const shown = await desk.ask('invoices.get', { ref: made.ref })
    expect(shown.status).toBe('paid')
    expect((await desk.ask('backups.standing', {})).outbox).toMatchObject({
      since: expect.any(String),
      waiting: 2,
      refused: 0,
    })
    expect(await entriesOf(database, 'made without')).toEqual([])
    network.up()
    await desk.isBack()
    expect((await desk.ask('backups.standing', {})).outbox).toMatchObject({ since: null, waiting: 0, matters: false })
    const [invoice] = await entriesOf(database, 'made without')
    const [payment] = await entriesOf(database, 'paid without')
    expect(invoice?.ref).toMatch(/^INV-\d+$/)
    expect(payment?.ref).toBe(invoice?.ref)
    const { rows } = await desk.ask('outbox.list', {})
    expect(rows).toMatchObject([
      { state: 'sent', number: 2 },
      { state: 'sent', number: 1, ref: 'INV not sent 1', there: invoice?.ref },
    ])
    expect(await findings(database)).toEqual([])
    expect(existsSync(join(place, 'school.blocktime'))).toBe(false)
  })

  it('and another one without it record what crosses: each acknowledged action is there once, or on the list', async () => {
    const { database, folders, network } = await school(server, 2)
    network.down()
    const days = await Promise.all(
      folders.map(async (place, desk) => new DayWithout(await open(place), `desk${desk}`, desk + 1)),
    )
    for (const day of days) await day.work(30)
    network.up()
    const done = days.map(({ acknowledged }, place) => ({ folder: folders[place] ?? '', acknowledged }))
    for (const day of days) await day.isBack()
    const { wrong, sent, refused } = await wrongAfterDays(database, done)
    expect(wrong).toEqual([])
    expect(sent + refused).toBe(60)
  })
})
