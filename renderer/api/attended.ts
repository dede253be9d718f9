/** A person who has not touched the window for so long is not taken to be there. */
const AWAY_AFTER_MS = 60_000

let touched = Date.now()

for (const touch of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
  window.addEventListener(touch, () => (touched = Date.now()), { capture: true, passive: true })
}

/** Whether a person is at the window: what it asks by itself must not keep a desk unlocked that nobody touches. */
export function attended(): boolean {
  return Date.now() - touched < AWAY_AFTER_MS
}
