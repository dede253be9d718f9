import { useEffect, useEffectEvent, useRef } from 'react'
import { PALETTE_KEY, type Command } from './commands.ts'

/** So long after the first key of two the second one still belongs to it. */
const TOGETHER_MS = 1_500

const WRITING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'
const ABOVE = '[role="dialog"], [role="menu"]'

/** Runs a command when its keys are pressed: never while one writes in a field, or while a dialog or menu is open. */
export function useShortcutKeys(commands: readonly Command[]): void {
  const first = useRef<{ key: string; at: number } | null>(null)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = keyOf(event)
    const before = first.current
    first.current = null
    if (key === null || event.defaultPrevented || event.repeat || isTaken(event, key)) return
    const together = before !== null && event.timeStamp - before.at < TOGETHER_MS ? [before.key, key] : null
    const command = (together && withKeys(commands, together)) ?? withKeys(commands, [key])
    if (command) {
      // The key must not be written into the field that gets the focus now.
      event.preventDefault()
      command.run()
    } else {
      first.current = { key, at: event.timeStamp }
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function withKeys(commands: readonly Command[], pressed: readonly string[]): Command | undefined {
  return commands.find(({ keys }) => keys.length === pressed.length && keys.every((key, at) => key === pressed[at]))
}

/** The key as the commands name it; null for what no command has. */
function keyOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): string | null {
  if (altKey || key.length !== 1) return null
  const written = key.toLowerCase()
  return ctrlKey || metaKey ? `mod+${written}` : written
}

/** Whether the key belongs to a field or a dialog. The palette is reached from a field, too: its key writes nothing. */
function isTaken({ target }: KeyboardEvent, key: string): boolean {
  if (document.querySelector(ABOVE)) return true
  return key !== PALETTE_KEY && target instanceof Element && target.closest(WRITING) !== null
}
