import { later } from '../ui/later.tsx'
import { LoadedLater } from '../ui/loaded-later.tsx'
import { closeHelp, useHelpOpened } from './help-door.ts'

const HelpDialog = later(async () => (await import('./help-dialog.tsx')).HelpDialog)

/** The help of the whole window, closed until somebody asks for it. */
export function Help() {
  const opened = useHelpOpened()
  return (
    <LoadedLater asked={opened}>
      <HelpDialog opened={opened} onClose={closeHelp} />
    </LoadedLater>
  )
}
