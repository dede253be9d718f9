import { useState } from 'react'
import type { Done } from '../ui/places.ts'
import { useCommands } from './commands.ts'
import { useShortcutKeys } from './shortcut-keys.ts'
import { later } from '../ui/later.tsx'
import { useIdle } from '../ui/use-idle.ts'

// Once the first screen is there; what was asked for before opens then.
const Palette = later(async () => (await import('./palette.tsx')).Palette)
const ShortcutsDialog = later(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog)

/** What works wherever one is: the palette, the keys, and the dialog that lists them. */
export function Desk({ last }: { last: Done | null }) {
  const [listed, setListed] = useState(false)
  const commands = useCommands({ last, onShortcuts: () => setListed(true) })
  useShortcutKeys(commands)
  const idle = useIdle()
  if (!idle) return null
  return (
    <>
      <Palette commands={commands} />
      <ShortcutsDialog opened={listed} commands={commands} onClose={() => setListed(false)} />
    </>
  )
}
