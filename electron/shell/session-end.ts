/** The pieces of a window and of the system's power that tell of the end of the session. */
export interface EndingWindow {
  on(event: 'session-end', listener: () => void): unknown
}
export interface EndingSystem {
  on(event: 'shutdown', listener: () => void): unknown
}

/**
 * The system ends the session, by Windows' way or by the others': there is no time to ask, what was recorded is durable
 * already, and the file is closed once. Nothing holds the system back.
 */
export function closeAtSessionEnd(window: EndingWindow, system: EndingSystem, close: () => Promise<void>): void {
  let begun = false
  const end = () => {
    if (begun) return
    begun = true
    // What fails now is seen at the next start.
    close().catch(() => undefined)
  }
  window.on('session-end', end)
  system.on('shutdown', end)
}
