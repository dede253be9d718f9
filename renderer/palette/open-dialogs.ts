import { useCallback, useRef, useState } from 'react'
import type { Layer, Place } from '../ui/places.ts'

type DialogPlace = Exclude<Place, { of: 'screen' | 'customer' }>
type DialogKind = DialogPlace['of']

/** Mantine’s own layer of dialogs; its menus and lists lie on 300. */
const LOWEST = 200

/** The dialogs that are open, the last one on top; at most one of each kind. */
export function useOpenDialogs() {
  const [stack, setStack] = useState<readonly DialogPlace[]>([])
  const openers = useRef(new Map<DialogKind, HTMLElement | null>())
  const push = useCallback((place: DialogPlace, opener: HTMLElement | null) => {
    openers.current.set(place.of, opener)
    setStack((open) => [...open.filter(({ of }) => of !== place.of), place])
  }, [])
  const replace = useCallback((place: DialogPlace) => {
    setStack((open) => open.map((known) => (known.of === place.of ? place : known)))
  }, [])
  const close = useCallback((kind: DialogKind) => {
    setStack((open) => open.filter(({ of }) => of !== kind))
    // A menu item that opened it is gone by now, so the focus goes back to the button of the menu, or to the row.
    openers.current.get(kind)?.focus({ preventScroll: true })
  }, [])
  const clear = useCallback(() => setStack([]), [])
  return { stack, push, replace, close, clear }
}

export type OpenDialogs = ReturnType<typeof useOpenDialogs>

/** Where a dialog of a kind lies. */
export function layerOf(stack: readonly DialogPlace[], kind: DialogKind): Layer {
  const place = stack.findIndex(({ of }) => of === kind)
  return { zIndex: LOWEST + Math.max(place, 0), top: place !== -1 && place === stack.length - 1 }
}

/** The open place of a kind, or undefined. */
export function openOf<Kind extends DialogKind>(
  stack: readonly DialogPlace[],
  kind: Kind,
): Extract<DialogPlace, { of: Kind }> | undefined {
  return stack.find((place): place is Extract<DialogPlace, { of: Kind }> => place.of === kind)
}

/** What has the focus; null where nothing in particular has. */
export function focusedElement(): HTMLElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null
}
