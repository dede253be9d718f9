import { useCallback } from 'react'
import { usePlaces } from '../../ui/places.ts'
import type { ActionView } from './action-view.ts'

/** How a screen opens the form of an action; `opener` is where the focus goes back to. */
export function useOpenAction(): (view: ActionView, opener: HTMLElement | null) => void {
  const { open } = usePlaces()
  return useCallback((view, opener) => open({ of: 'action', view }, opener), [open])
}
