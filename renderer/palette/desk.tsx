import { useState } from 'react'
import type { Done } from '../ui/places.ts'
import { useCommands } from './commands.ts'
import { Palette } from './palette.tsx'
import { useShortcutKeys } from './shortcut-keys.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** What works wherever one is: the palette, the keys, and the dialog that lists them. */
export function Desk({ last }: { last: Done | null }) {
  const [listed, setListed] = useState(false)
  const commands = useCommands({ last, onShortcuts: () => setListed(true) })
  useShortcutKeys(commands)
  return (
    <>
      <Palette commands={commands} />
      <ShortcutsDialog opened={listed} commands={commands} onClose={() => setListed(false)} />
    </>
  )
}
