import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'
import { onServer } from '../of-the-file.ts'
import { kestrelDesk } from './desk.ts'

const DAY = 24 * 60 * 60_000

/** How many backups a folder has. */
function backupsIn(folder: string): number {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.blocktime-backup')).length : 0
}

async function opened(dataFolder: string, clock: () => Date): Promise<Application> {
  const application = await openApplication({ dataFolder, clock, backups: true })
  onTestFinished(() => application.close())
  return application
}

describe('a backup by itself', () => {
  it('is made when a day of work ends at this desk, and not where nothing was recorded since', async () => {
    const folder = temporaryFolder()
    const now = new Date('2026-02-01T12:00:00Z')
    const first = await opened(folder, () => now)
    await first.close()
    expect(backupsIn(join(folder, 'backups'))).toBe(0)
    const second = await opened(folder, () => now)
    await importFiles(second.database, kestrelFiles())
    await second.close()
    expect(backupsIn(join(folder, 'backups'))).toBe(1)
    const third = await opened(folder, () => now)
    await third.close()
    expect(backupsIn(join(folder, 'backups'))).toBe(1)
  })
})

describe('Settings > Backups', () => {
  it('makes one where it was said, and shows it with what it holds', async () => {
    const desk = await kestrelDesk()
    const admin = await desk.signInAs('administrator')
    const elsewhere = join(temporaryFolder(), 'backups of the school')
    const status = await desk.ask('backups.configure', { folder: elsewhere, password: null }, admin)
    expect(status).toMatchObject({ folder: elsewhere, chosen: true, last: null, days: null })
    const made = await desk.ask('backups.make', {}, admin)
    expect(made).toMatchObject({ state: 'checked', entries: 54, reason: 'asked', school: 'Kestrel Flight Academy' })
    const list = await desk.ask('backups.list', { folder: null }, admin)
    expect(list).toEqual({ folder: elsewhere, copies: [made], onServer: [] })
  })

  it.each(['backups', '/', '/proc/blocktime', '/dev/null/backups'])(
    'a folder like %s is refused at its field',
    async (folder) => {
      const desk = await kestrelDesk()
      const reply = await desk.send(
        'backups.configure',
        { folder, password: null },
        await desk.signInAs('administrator'),
      )
      expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field: 'folder' } })
    },
  )

  it('says what a restore would lose, and does it: everybody signs in again', async () => {
    const desk = await kestrelDesk()
    const admin = await desk.signInAs('administrator')
    const made = await desk.ask('backups.make', {}, admin)
    const pay = { package: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false }
    await desk.ask('packages.pay', { date: null, note: '', basis: [], ...pay }, admin)
    const look = await desk.ask('backups.look', { file: made.file }, admin)
    expect(look).toMatchObject({
      sameLedger: true,
      brings: 0,
      loses: 1,
      lost: [{ entry: 55, action: 'package_payment' }],
    })
    await desk.ask('backups.restore', { file: made.file, password: null }, admin)
    expect(await desk.send('backups.status', {}, admin)).toMatchObject({
      ok: false,
      failure: { code: 'not_signed_in' },
    })
    const again = await desk.signInAs('administrator')
    expect((await desk.ask('packages.balance', { ref: 'CP-1001', asOf: null }, again)).ref).toBe('CP-1001')
    expect(await desk.ask('changes.since', { entry: null }, again)).toMatchObject({ entry: 54 })
    const { copies } = await desk.ask('backups.list', { folder: null }, again)
    // On a server it is kept there, as a schema.
    expect(copies.map(({ reason }) => reason)).toEqual(onServer ? ['asked'] : ['asked', 'kept_aside'])
  })

  it('locks backups with a password', async () => {
    const desk = await kestrelDesk()
    const admin = await desk.signInAs('administrator')
    await desk.ask('backups.configure', { folder: '', password: 'correct horse' }, admin)
    const made = await desk.ask('backups.make', {}, admin)
    expect(made).toMatchObject({ encrypted: true, entries: 54 })
    expect(await desk.ask('backups.look', { file: made.file }, admin)).toMatchObject({ sameLedger: true, loses: 0 })
    const { file } = made
    for (const password of [null, 'wrong']) {
      const reply = await desk.send('backups.restore', { file, password }, admin)
      expect(reply).toMatchObject({ failure: { code: 'wrong_credentials', field: 'password' } })
    }
    await desk.ask('backups.restore', { file, password: 'correct horse' }, admin)
  }, 180_000)

  it('tells those who may act, and nobody else, that the last one is older than three days', async () => {
    const desk = await kestrelDesk()
    await desk.ask('backups.make', {}, await desk.signInAs('administrator'))
    desk.later(3 * DAY)
    expect(await desk.ask('backups.standing', {}, await desk.signInAs('administrator'))).toEqual({
      trouble: null,
      outbox: null,
      backups: null,
    })
    desk.later(DAY)
    const admin = await desk.signInAs('administrator')
    expect(await desk.ask('backups.standing', {}, admin)).toEqual({
      trouble: null,
      outbox: null,
      backups: { days: 4, failing: null },
    })
    const desk2 = await desk.signInAs('front_desk')
    expect(await desk.ask('backups.standing', {}, desk2)).toEqual({ trouble: null, outbox: null, backups: null })
  })
})
