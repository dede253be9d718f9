import { useSyncExternalStore } from 'react'

let opened = false
const listeners = new Set<() => void>()

/** Opens the help, wherever the person is: nobody need be signed in. */
export function openHelp(): void {
  change(true)
}

export function closeHelp(): void {
  change(false)
}

export function useHelpOpened(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => opened,
  )
}

// The key that opens help everywhere; the desktop's menu presses it, too.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  openHelp()
})

function change(to: boolean): void {
  opened = to
  for (const listener of listeners) listener()
}
