import { say } from '../../shared/words/say.ts'

/** The pieces of Electron's window that can get into trouble. */
export interface TroubledWindow {
  on(event: 'unresponsive' | 'responsive' | 'session-end', listener: () => void): unknown
  readonly webContents: {
    on(
      event: 'render-process-gone' | 'did-fail-load',
      listener: (event: unknown, details: { readonly reason?: string } | number) => void,
    ): unknown
    reload(): void
  }
}

/** How a person is asked; answers the number of the button. */
export type Ask = (message: string, detail: string, buttons: readonly string[]) => Promise<number>

const MOST_RELOADS = 3
const WITHIN_MS = 60_000

/**
 * A window whose process ended comes back by itself, and asks who is there; one that ends again and again says so. One
 * that does not answer is waited for, or loaded anew, as the person says. Nothing recorded is lost by any of it: the
 * engine runs in another process.
 */
export function watchWindow(window: TroubledWindow, ask: Ask, quit: () => void, now: () => number = Date.now): void {
  const gone: number[] = []
  let asked = false
  window.webContents.on('render-process-gone', (_event, details) => {
    if (typeof details === 'object' && details.reason === 'clean-exit') return
    gone.push(now())
    if (gone.filter((instant) => now() - instant < WITHIN_MS).length <= MOST_RELOADS) window.webContents.reload()
    else void sayItEnds(ask).then((again) => (again ? window.webContents.reload() : quit()))
  })
  const loadAnewIfWanted = async () => {
    if ((await isToBeLoadedAnew(ask)) && asked) window.webContents.reload()
    asked = false
  }
  window.on('unresponsive', () => {
    if (asked) return
    asked = true
    void loadAnewIfWanted()
  })
  // It answered meanwhile: whatever is said to the question, nothing is loaded anew.
  window.on('responsive', () => (asked = false))
}

/** Writes down what befell the window. */
export function noteTrouble(window: TroubledWindow, note: (what: 'gone' | 'unresponsive' | 'session ended') => void) {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (typeof details !== 'object' || details.reason !== 'clean-exit') note('gone')
  })
  window.on('unresponsive', () => note('unresponsive'))
  window.on('session-end', () => note('session ended'))
}

async function sayItEnds(ask: Ask): Promise<boolean> {
  const buttons = [say('desk.load_anew'), say('desk.quit')]
  return (await ask(say('desk.window_ends'), say('desk.nothing_lost'), buttons)) === 0
}

async function isToBeLoadedAnew(ask: Ask): Promise<boolean> {
  const buttons = [say('desk.wait'), say('desk.load_anew')]
  return (await ask(say('desk.window_hangs'), say('desk.nothing_lost'), buttons)) === 1
}
