import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { readHead } from '../../electron/ledger/head-store.ts'
import type { Database } from '../../electron/storage/database.ts'
import { moveSchool } from '../../electron/school/moving/move.ts'
import { listOutbox } from '../../electron/terminal/outbox-command.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { DayWithout, wrongAfterDays } from './day-without.ts'
import { lookAtSchool } from './desk-without.ts'
import { hasServer } from './server.ts'
import { ownServer } from './own-server.ts'
import { HEADER, openAt, openDesk, schoolOverNetwork } from './school-without.ts'

const DEPOSIT = { customer: 'C-002', amount: 5_000, method: 'cash', failed: false } as const
const BRIEFING = [{ package: null, code: 'BRIEF', quantity: 100, note: '' }]

const entriesOf = (database: Database, note: string) =>
  database.read((db) => db.selectFrom('entries').selectAll().where('note', '=', note).execute())
async function findings(database: Database): Promise<string[]> {
  const { checks } = await verifySchool(database, null)
  return checks.flatMap((check) => check.findings.map(({ message }) => message))
}

/** What the command line says of a desk's outbox. */
async function listed(folder: string): Promise<{ status: number; states: string[] }> {
  let out = ''
  const terminal = {
    dataFolder: folder,
    json: true,
    out: (text: string) => void (out += text),
    err: () => undefined,
    now: () => new Date(),
  }
  const status = await listOutbox(terminal)
  return { status, states: (JSON.parse(out) as { state: string }[]).map(({ state }) => state) }
}

describe.skipIf(!hasServer)('a desk without its server', { timeout: 180_000 }, () => {
  const server = ownServer()

  it('records, shows it as not sent, and sends it once it is back, under the same names for what rests on it', async () => {
    const { database, folders, network } = await schoolOverNetwork(server)
    const [place = ''] = folders
    const desk = await openDesk(place)
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
    const { database, folders, network } = await schoolOverNetwork(server, 2)
    network.down()
    const days = await Promise.all(
      folders.map(async (place, desk) => new DayWithout(await openDesk(place), `desk${desk}`, desk + 1)),
    )
    for (const day of days) await day.work(30)
    network.up()
    const done = days.map(({ acknowledged }, place) => ({ folder: folders[place] ?? '', acknowledged }))
    for (const day of days) await day.isBack()
    const { wrong, sent, refused } = await wrongAfterDays(database, done)
    expect(wrong).toEqual([])
    expect(sent + refused).toBe(60)
  })

  it('puts on its list what the rules refuse then, or would do otherwise, and whatever rests on it', async () => {
    const { database, folders, network, address } = await schoolOverNetwork(server)
    const [place = ''] = folders
    const other = await openAt(address)
    const { ref } = await other.ask('invoices.make', { ...HEADER, customer: 'C-001', lines: BRIEFING })
    await lookAtSchool(place)
    const desk = await openDesk(place)
    const front = await desk.as('front_desk')
    network.down()
    const owed = { ...HEADER, package: 'CP-1004', amount: 11_613, method: 'cash', failed: false } as const
    const paid = await desk.ask('packages.pay', owed)
    await desk.ask('payments.reverse', { ...HEADER, note: 'a mistake', customer: '', package: 'CP-1004', to: paid.ref })
    await desk.ask('invoices.pay', { ...HEADER, ref, amount: null, method: 'cash', failed: false })
    await desk.ask('invoices.reversePayment', { ...HEADER, note: 'a mistake', ref, amount: null, method: 'cash' })
    await desk.ask('accounts.deposit', { ...HEADER, note: 'goes through', ...DEPOSIT })
    await front.ask('accounts.deposit', { ...HEADER, note: 'of one who left', ...DEPOSIT })

    await other.ask('packages.pay', { ...owed, method: 'card' })
    await other.ask('invoices.pay', { ...HEADER, ref, amount: 4_000, method: 'cash', failed: false })
    const user: CallInput<'users.edit'> = {
      username: 'desk',
      name: 'Robin Achterberg',
      role: 'front_desk',
      customer: null,
      students: [],
      active: false,
    }
    await other.ask('users.edit', user)
    const before = await database.read(readHead)
    network.up()
    await desk.isBack()

    const { rows } = await desk.ask('outbox.list', {})
    const reasons = rows
      .toSorted((one, next) => one.number - next.number)
      .map(({ state, reason }) => `${state} ${reason}`)
    expect(reasons).toMatchObject([
      expect.stringMatching(/^refused .*owe/),
      expect.stringMatching(/^refused It rests on number 1/),
      expect.stringMatching(/^refused .*would now do something else/),
      expect.stringMatching(/^refused It rests on number 3/),
      'sent null',
      expect.stringMatching(/^refused Who recorded this works here no longer/),
    ])
    // Nothing of them is at the server, and what the other desk paid was not reversed.
    expect((await database.read(readHead))?.number).toBe((before?.number ?? 0) + 1)
    expect(await entriesOf(database, 'goes through')).toHaveLength(1)
    expect(await findings(database)).toEqual([])
    const audited = await database.read((db) =>
      db.selectFrom('audit_list').select('detail').where('event', '=', 'unsent action refused').execute(),
    )
    expect(audited).toHaveLength(5)
  })

  it('closes no drawer before what was refused is settled, each with a note that stays', async () => {
    const { folders, network, address } = await schoolOverNetwork(server)
    const [place = ''] = folders
    const [desk, other] = [await openDesk(place), await openAt(address)]
    network.down()
    const owed = { ...HEADER, package: 'CP-1004', amount: 11_613, method: 'cash', failed: false } as const
    const reply = await desk.send('packages.pay', owed, 'paid-at-both-desks')
    expect(reply).toMatchObject({ ok: true })
    const count = {
      days: { from: '2026-01-05', to: '2026-01-05' },
      basis: 0,
      cash: { pieces: [], float: 0, explanation: 'x' },
      others: [],
      note: '',
    }
    expect(await desk.send('closings.close', count)).toMatchObject({ ok: false, failure: { code: 'busy' } })
    expect(await listed(place)).toEqual({ status: 1, states: ['waiting'] })
    const moved = await moveSchool({ from: place, to: temporaryFolder(), shown: '' }, new Date())
    expect(moved).toMatchObject({ ok: false, failure: { message: expect.stringContaining('1 action of this desk') } })
    await other.ask('packages.pay', owed)
    network.up()
    await desk.isBack()
    expect(await listed(place)).toEqual({ status: 1, states: ['refused'] })
    const hindered = {
      ok: false,
      failure: { code: 'wrong_state', message: expect.stringContaining('1 action of this desk was refused') },
    }
    expect(await desk.send('closings.close', count)).toMatchObject(hindered)
    // A window that never got its answer asks again, and does not do it a second time.
    const again = { ok: false, failure: { message: expect.stringContaining('refused when it was sent') } }
    expect(await desk.send('packages.pay', owed, 'paid-at-both-desks')).toMatchObject(again)
    expect(await desk.send('outbox.settle', { number: 1, note: ' ' })).toMatchObject({ ok: false })
    await desk.ask('outbox.settle', { number: 1, note: 'given back to the student' })
    expect(await desk.send('outbox.settle', { number: 1, note: 'again' })).toMatchObject({ ok: false })
    expect((await desk.ask('outbox.list', {})).rows).toMatchObject([
      { state: 'settled', settled: { note: 'given back to the student' } },
    ])
    expect(await listed(place)).toEqual({ status: 0, states: ['settled'] })
    const { failure } = (await desk.send('closings.close', count)) as { failure?: { message: string } }
    expect(failure?.message).not.toContain('this desk')
  })

  it('that is killed at any moment loses nothing and does nothing twice, and neither do answers that get lost', async () => {
    const { database, folders, network } = await schoolOverNetwork(server)
    const [place = ''] = folders
    network.down()
    const acknowledged: string[] = []
    for (let kills = 0; kills < 2; kills++) acknowledged.push(...(await killedAfter(place, `killed${kills}`, 8)))
    network.up()
    // Started while the server is there it sends what waits first; killed, or cut off, it goes on with the rest.
    for (let cuts = 0; cuts < 3; cuts++) {
      network.cutAfter('commit')
      await killedAfter(place, `never${cuts}`, 0, 1_500 + cuts * 400)
    }
    const desk = await openDesk(place)
    await desk.isBack()
    const { wrong, sent, refused } = await wrongAfterDays(database, [{ folder: place, acknowledged }])
    expect(wrong).toEqual([])
    expect(sent + refused).toBe(acknowledged.length)
    expect(acknowledged.length).toBeGreaterThanOrEqual(16)
  })
})

/** Runs a desk until it has acknowledged so many actions or so long has passed, and kills it; answers which. */
async function killedAfter(folder: string, name: string, count: number, milliseconds = 60_000): Promise<string[]> {
  const file = join(import.meta.dirname, 'desk-to-kill.ts')
  const child = spawn(process.execPath, [file, folder, name, String(count + 3)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const acknowledged: string[] = []
  const isTime = new AbortController()
  child.stdout.on('data', (part: Buffer) => {
    acknowledged.push(
      ...part
        .toString()
        .split('\n')
        .filter((line) => line !== ''),
    )
    if (count > 0 && acknowledged.length >= count) isTime.abort()
  })
  await wait(milliseconds, undefined, { signal: isTime.signal }).catch(() => undefined)
  child.kill('SIGKILL')
  await new Promise((resolve) => {
    child.once('close', resolve)
  })
  return acknowledged
}
