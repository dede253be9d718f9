import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptSettings } from '../../electron/settings/kept-settings.ts'
import { readSettings } from '../../electron/settings/settings-file.ts'
import { beforeQuitting } from '../../electron/shell/quit.ts'
import { placeFiles } from '../../electron/shell/own-places.ts'
import { closeAtSessionEnd } from '../../electron/shell/session-end.ts'
import { windowSettings } from '../../electron/shell/window-settings.ts'
import { temporaryFolder } from '../temporary-school.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }

describe('the window comes back where it was', () => {
  const bounds = { x: 2000, y: 100, width: 1200, height: 800 }

  it('on the screen it was on', () => {
    const second = { ...SCREEN, x: 1920 }
    expect(windowSettings('/preload.cjs', bounds, [SCREEN, second])).toMatchObject(bounds)
  })

  it('in its size only, where that screen is gone', () => {
    const settings = windowSettings('/preload.cjs', bounds, [SCREEN])
    expect(settings).toMatchObject({ width: 1200, height: 800 })
    expect(settings).not.toHaveProperty('x')
  })
})

describe('quitting waits for the data file to be closed', () => {
  function application() {
    let willQuit: ((event: { preventDefault(): void }) => void) | undefined
    let ended = false
    const app = {
      on: (_event: 'will-quit', listener: typeof willQuit) => {
        willQuit = listener
      },
      /** As Electron does it: asks, and ends where nobody objects. */
      quit: () => {
        let held = false
        willQuit?.({ preventDefault: () => (held = true) })
        if (!held) ended = true
      },
    }
    return { app, ended: () => ended }
  }

  it.each([
    ['went well', () => Promise.resolve()],
    ['failed', () => Promise.reject(new Error('disk'))],
  ])('also where closing %s', async (_, outcome) => {
    const { app, ended } = application()
    let times = 0
    const work = Promise.withResolvers<void>()
    beforeQuitting(app, async () => {
      times += 1
      await work.promise
      return outcome()
    })
    app.quit()
    app.quit()
    expect(ended()).toBe(false)
    work.resolve()
    await expect.poll(ended).toBe(true)
    expect(times).toBe(1)
  })
})

describe('the files of Electron and Chromium', () => {
  it('lie in a folder of their own, none of them among the school’s files', () => {
    const folder = join(temporaryFolder(), 'data')
    const paths = new Map<string, string>()
    placeFiles({ setPath: (name, path) => void paths.set(name, path) }, folder)
    expect([...paths.keys()]).toEqual(['userData', 'sessionData', 'crashDumps'])
    for (const path of paths.values()) expect(path.startsWith(join(folder, 'window'))).toBe(true)
    expect(readdirSync(folder)).toEqual(['window'])
  })
})

describe('the end of the session', () => {
  it.each([['session-end'], ['shutdown'], ['session-end', 'shutdown']])(
    'closes the school once: %s',
    async (...events) => {
      const listeners = new Map<string, () => void>()
      const on = (event: string, listener: () => void) => listeners.set(event, listener)
      let closed = 0
      closeAtSessionEnd({ on }, { on }, async () => {
        closed += 1
        throw new Error('the disk went first')
      })
      for (const event of events) listeners.get(event)?.()
      await new Promise((resolve) => setImmediate(resolve))
      expect(closed).toBe(1)
    },
  )
})

describe("Electron's entry", () => {
  it('does not wait for the window at its top level: Electron is ready only once the module was evaluated', () => {
    const entry = readFileSync(join(import.meta.dirname, '../../electron/main.ts'), 'utf8')
    expect(entry).toContain('runDesktop(built, dataFolder)')
    expect(entry).not.toMatch(/await\s+(runDesktop|app\.whenReady)/)
  })
})

describe('the settings of a data folder', () => {
  it.each([
    ['are empty where nothing was kept', undefined, {}],
    ['are empty where somebody broke the file', '{"idle', {}],
    ['are read', '{"idleMinutes": 5}', { idleMinutes: 5 }],
    ['lose only what is wrong', '{"idleMinutes": 5, "bounds": "wide"}', { idleMinutes: 5 }],
    ['cannot switch the idle lock off', '{"idleMinutes": 1e9}', {}],
  ])('%s', (_, text, expected) => {
    const folder = temporaryFolder()
    if (text !== undefined) writeFileSync(join(folder, 'settings.json'), text)
    expect(readSettings(folder)).toEqual(expected)
  })

  it('are kept beside the others, and those that cannot be kept are said and stop nothing', () => {
    const folder = temporaryFolder()
    const kept = { store: { idleMinutes: 5 } as Record<string, unknown> }
    const said: unknown[] = []
    const bounds = { x: 1, y: 2, width: 1_200, height: 800 }
    keptSettings(
      folder,
      () => kept,
      (error) => said.push(error),
    ).write({ bounds })
    expect(kept.store).toEqual({ idleMinutes: 5, bounds })
    const refusing = keptSettings(
      folder,
      () => {
        throw new Error('read-only')
      },
      (error) => said.push(error),
    )
    refusing.write({ bounds })
    expect(said).toEqual([new Error('read-only')])
    expect(refusing.read()).toEqual({})
  })
})
