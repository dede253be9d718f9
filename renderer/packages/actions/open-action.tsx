import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { ActionDialog } from './action-dialog.tsx'
import type { ActionView } from './action-view.ts'

type OpenAction = (view: ActionView, opener: HTMLElement | null) => void

const OpenActionContext = createContext<OpenAction | null>(null)

/** Holds the one dialog in which every action of the desk is done, whichever screen asks for it. */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const [view, setView] = useState<ActionView | null>(null)
  const opener = useRef<HTMLElement>(null)
  const open = useCallback<OpenAction>((asked, element) => {
    opener.current = element
    setView(asked)
  }, [])
  const close = () => {
    setView(null)
    // A menu item that opened it is gone by now, so the focus goes back to the button of the menu.
    opener.current?.focus({ preventScroll: true })
  }
  return (
    <OpenActionContext value={open}>
      {children}
      <ActionDialog view={view} onClose={close} />
    </OpenActionContext>
  )
}

/** How a screen opens the form of an action; `opener` is where the focus goes back to. */
export function useOpenAction(): OpenAction {
  const open = use(OpenActionContext)
  if (!open) throw new Error('useOpenAction is outside of ActionsProvider')
  return open
}
