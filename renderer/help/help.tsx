import { lazy } from 'react'
import { LoadedLater } from '../ui/loaded.tsx'
import { closeHelp, useHelpOpened } from './help-door.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }))

/** The help of the whole window, closed until somebody asks for it. */
export function Help() {
  const opened = useHelpOpened()
  return (
    <LoadedLater asked={opened}>
      <HelpDialog opened={opened} onClose={closeHelp} />
    </LoadedLater>
  )
}
