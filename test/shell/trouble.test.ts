import { describe, expect, it } from 'vitest'
import { askBeforeBreakingOff } from '../../electron/shell/quit.ts'
import { noteTrouble, watchWindow } from '../../electron/shell/window-trouble.ts'

/** A window whose troubles a test causes, and a person whose answers it gives. */
function desk(answers: readonly number[]) {
  const listeners = new Map<string, (event: unknown, details: { reason: string }) => void>()
  const on = (event: string, listener: never) => listeners.set(event, listener)
  const did = { reloads: 0, asked: 0, quits: 0 }
  let instant = 0
  const window = { on, webContents: { on, reload: () => void did.reloads++ } }
  const ask = async () => answers[did.asked++] ?? 0
  watchWindow(
    window,
    ask,
    () => void did.quits++,
    () => instant,
  )
  return {
    did,
    happens: async (event: string, reason = 'crashed') => {
      listeners.get(event)?.({}, { reason })
      await Promise.resolve()
      await new Promise((resolve) => setImmediate(resolve))
    },
    later: (milliseconds: number) => (instant += milliseconds),
  }
}

describe('a window', () => {
  it('whose process ended is loaded anew, unless it was closed', async () => {
    const { did, happens } = desk([])
    await happens('render-process-gone', 'clean-exit')
    expect(did.reloads).toBe(0)
    await happens('render-process-gone', 'oom')
    expect(did).toEqual({ reloads: 1, asked: 0, quits: 0 })
  })

  it('that ends again and again asks before it goes on', async () => {
    const { did, happens, later } = desk([1])
    for (let time = 0; time < 4; time++) await happens('render-process-gone')
    expect(did).toEqual({ reloads: 3, asked: 1, quits: 1 })
    later(61_000)
    await happens('render-process-gone')
    expect(did.reloads).toBe(4)
  })

  it('that does not answer is waited for, or loaded anew, as the person says', async () => {
    const { did, happens } = desk([0, 1])
    await happens('unresponsive')
    expect(did).toEqual({ reloads: 0, asked: 1, quits: 0 })
    await happens('unresponsive')
    expect(did.reloads).toBe(1)
  })
})

describe('what befalls a window', () => {
  it('is noted by its kind', () => {
    const listeners = new Map<string, (event: unknown, details: { reason: string }) => void>()
    const on = (event: string, listener: never) => listeners.set(event, listener)
    const noted: string[] = []
    noteTrouble({ on, webContents: { on, reload: () => undefined } }, (what) => noted.push(what))
    for (const [event, reason] of [
      ['render-process-gone', 'crashed'],
      ['render-process-gone', 'clean-exit'],
      ['unresponsive', ''],
      ['session-end', ''],
    ] as const)
      listeners.get(event)?.({}, { reason })
    expect(noted).toEqual(['gone', 'unresponsive', 'session ended'])
  })
})

describe('quitting while something is worked on', () => {
  function application(busy: boolean, answers: number[]) {
    let listener: ((event: { preventDefault(): void }) => void) | undefined
    let ended = 0
    const app = {
      on: (_: string, given: typeof listener) => (listener = given),
      quit: () => {
        let held = false
        listener?.({ preventDefault: () => (held = true) })
        if (!held) ended++
      },
    }
    askBeforeBreakingOff(
      app,
      () => busy,
      async () => answers.shift() ?? 0,
    )
    return { app, ended: () => ended }
  }

  it('asks, and ends only where the person says so', async () => {
    const { app, ended } = application(true, [0, 1])
    app.quit()
    await new Promise((resolve) => setImmediate(resolve))
    expect(ended()).toBe(0)
    app.quit()
    await expect.poll(ended).toBe(1)
  })

  it('ends at once where nothing is', () => {
    const { app, ended } = application(false, [])
    app.quit()
    expect(ended()).toBe(1)
  })
})
