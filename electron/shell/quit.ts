import { say } from '../../shared/words/say.ts'
import type { Ask } from './window-trouble.ts'

/** The pieces of Electron's app that the last work needs. */
export interface Quittable {
  on(event: 'will-quit' | 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  quit(): void
}

/** Holds the end of the application back until the last work is done, whether that went well or not. */
export function beforeQuitting(app: Quittable, lastWork: () => Promise<void>): void {
  let done = false
  let begun = false
  app.on('will-quit', (event) => {
    if (done) return
    event.preventDefault()
    if (begun) return
    begun = true
    const end = () => {
      done = true
      app.quit()
    }
    lastWork().then(end, end)
  })
}

/** Asks before something that is still worked on (an import, many statements) is broken off by quitting. */
export function askBeforeBreakingOff(app: Quittable, busy: () => boolean, ask: Ask): void {
  let agreed = false
  let asking = false
  const askToQuit = async (buttons: readonly string[]) => {
    agreed = (await ask(say('desk.still_working'), say('desk.still_working_words'), buttons)) === 1
    asking = false
    if (agreed) app.quit()
  }
  app.on('before-quit', (event) => {
    if (agreed || !busy()) return
    event.preventDefault()
    if (asking) return
    asking = true
    const buttons = [say('desk.wait'), say('desk.quit_anyway')]
    void askToQuit(buttons)
  })
}
