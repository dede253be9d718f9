import { useSyncExternalStore } from 'react'

/** The screens that a link leads to. The address keeps which one is open, so that a reload stays there. */
export const SCREENS = ['billing', 'customers', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

/** The address of a screen inside the window, or of one thing on it. */
export function addressOf(screen: Screen, detail?: string): string {
  return detail === undefined ? `#/${screen}` : `#/${screen}/${encodeURIComponent(detail)}`
}

/** The screen that an address names; null where it names none. */
export function screenOf(hash: string): Screen | null {
  const name = hash.replace(/^#\/?/, '').split('/')[0]
  return SCREENS.find((screen) => screen === name) ?? null
}

/** The open screen; follows links and the Back button. */
export function useScreen(): Screen | null {
  return useSyncExternalStore(listen, () => screenOf(window.location.hash))
}

/** The thing on the screen that the address names; null where it names none. */
export function detailOf(hash: string): string | null {
  const written = hash.replace(/^#\/?/, '').split('/')[1]
  if (written === undefined || written === '') return null
  try {
    return decodeURIComponent(written)
  } catch {
    // An address that a person mistyped names nothing.
    return null
  }
}

/** Where a person came from to what the address names, and goes back to; null where the address says nothing of it. */
export function useComesFrom(): string | null {
  return useSyncExternalStore(listen, () => window.location.hash.replace(/^#\/?/, '').split('/')[2] ?? null)
}

/** The open tab of a screen, kept in the address, and how to change it. @param first the one that is open at first */
export function useTab(screen: Screen, first: string): readonly [open: string, change: (tab: string | null) => void] {
  const named = useAddressDetail()
  return [
    named ?? first,
    (tab) => {
      window.location.hash = addressOf(screen, tab ?? first)
    },
  ]
}

/** What the address names on the open screen; follows links and the Back button. */
export function useAddressDetail(): string | null {
  return useSyncExternalStore(listen, () => detailOf(window.location.hash))
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
