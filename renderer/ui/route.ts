import { useSyncExternalStore } from 'react'

/** The screens that a link leads to. The address keeps which one is open, so that a reload stays there. */
export const SCREENS = ['billing', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

/** The address of a screen inside the window. */
export function addressOf(screen: Screen): string {
  return `#/${screen}`
}

/** The screen that an address names; the first one where it names none. */
export function screenOf(hash: string): Screen {
  const name = hash.replace(/^#\/?/, '').split('/')[0]
  return SCREENS.find((screen) => screen === name) ?? 'billing'
}

/** The open screen; follows links and the Back button. */
export function useScreen(): Screen {
  return useSyncExternalStore(listen, () => screenOf(window.location.hash))
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
