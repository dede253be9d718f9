import { mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const ORDER = {
  search: 'CP-1001',
  status: null,
  asOf: null,
  from: null,
  inWords: false,
  short: true,
  form: 'folder' as const,
  folder: '',
}

const inBrowser = () => kestrelDesk(temporaryFolder(), kestrelFiles(), 'browser')

function written(desk: Desk, session: string) {
  return vi.waitUntil(
    async () => {
      const { progress } = await desk.ask('statements.batch', {}, session)
      return progress?.state === 'running' ? undefined : progress
    },
    { timeout: 30_000 },
  )
}

describe('where papers go', () => {
  it('an administrator settles a folder: everybody writes into new ones in it', async () => {
    const desk = await inBrowser()
    const [admin, front] = [await desk.signInAs('administrator'), await desk.signInAs('front_desk')]
    const folder = join(temporaryFolder(), 'papers')
    expect(await desk.ask('statements.settleFolder', { folder }, admin)).toMatchObject({ settled: folder })
    expect(await desk.ask('statements.places', {}, front)).toEqual({ settled: folder, usual: folder, may: 'usual' })
    await desk.ask('statements.startBatch', ORDER, front)
    expect(await written(desk, front)).toMatchObject({ state: 'finished' })
    const [made = ''] = readdirSync(folder)
    expect(readdirSync(join(folder, made)).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    expect(await desk.ask('statements.settleFolder', { folder: '' }, admin)).toMatchObject({ settled: null })
  }, 60_000)

  it('what was settled is asked again: it may have become a folder of the system', async () => {
    const desk = await kestrelDesk()
    const admin = await desk.signInAs('administrator')
    const { settlePapersFolder } = await import('../../electron/statements/papers-folder.ts')
    settlePapersFolder(dirname(desk.application.database.file), '/etc')
    expect(await desk.send('statements.startBatch', ORDER, admin)).toMatchObject({
      ok: false,
      failure: { field: 'folder', message: expect.stringContaining('belongs to the system') },
    })
  })

  it.each(['/etc', '/proc/self/fd', 'papers'])('%s cannot be settled', async (folder) => {
    const desk = await kestrelDesk()
    const reply = await desk.send('statements.settleFolder', { folder }, await desk.signInAs('administrator'))
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input', field: 'folder' } })
  })

  it('in a browser nobody but whoever manages the settings names another; at the desktop one of the own', async () => {
    const browser = await inBrowser()
    const own = join(homedir(), 'Papers of the school')
    const front = await browser.signInAs('front_desk')
    for (const folder of [temporaryFolder(), own])
      expect(await browser.send('statements.startBatch', { ...ORDER, folder }, front)).toMatchObject({
        failure: { field: 'folder', message: `Files of a window in a browser are not written to ${folder}.` },
      })
    const settled = temporaryFolder()
    const admin = await browser.signInAs('administrator')
    await browser.ask('statements.settleFolder', { folder: settled }, admin)
    mkdirSync(join(settled, 'May'))
    await browser.ask('statements.startBatch', { ...ORDER, folder: join(settled, 'May') }, front)
    expect(await written(browser, front)).toMatchObject({ state: 'finished', into: join(settled, 'May') })
    await browser.ask('statements.startBatch', { ...ORDER, folder: temporaryFolder() }, admin)
    expect(await written(browser, admin)).toMatchObject({ state: 'finished' })

    const desktop = await kestrelDesk()
    const places = await desktop.ask('statements.places', {}, await desktop.signInAs('front_desk'))
    expect(places.may).toBe('own')
  }, 60_000)
})

describe('the dialog in which a folder is chosen', () => {
  it('is there where the host of the window has one, and begins where the person was', async () => {
    const begun: string[] = []
    const chosen = ['/papers/May', null]
    const desk = await kestrelDesk(temporaryFolder(), kestrelFiles(), 'desktop', async (from) => {
      begun.push(from)
      return chosen.shift() ?? null
    })
    const session = await desk.signInAs('front_desk')
    expect(await desk.ask('places.dialog', {}, session)).toEqual({ there: true })
    expect(await desk.ask('places.choose', { from: '/papers' }, session)).toEqual({ folder: '/papers/May' })
    expect(await desk.ask('places.choose', { from: '' }, session)).toEqual({ folder: null })
    expect(begun).toEqual(['/papers', ''])
    expect(await desk.send('places.choose', { from: '' }, await desk.signInAs('instructor'))).toMatchObject({
      failure: { code: 'not_permitted' },
    })
    expect(begun).toHaveLength(2)
  })

  it('is in no browser', async () => {
    const desk = await inBrowser()
    const session = await desk.signInAs('administrator')
    expect(await desk.ask('places.dialog', {}, session)).toEqual({ there: false })
    expect(await desk.ask('places.choose', { from: '' }, session)).toEqual({ folder: null })
  })
})
