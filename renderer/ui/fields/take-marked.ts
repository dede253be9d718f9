import type { KeyboardEvent } from 'react'

/**
 * Enter takes what is marked in the open list of a field. The library counts places, and may count none in a list that
 * was just opened though it has marked one: then its own Enter takes nothing.
 */
export function takeMarked(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[role="option"][data-combobox-selected]')
  if (!list || !marked) return
  event.preventDefault()
  marked.click()
  // The library goes on with what it counts: that must not choose once more.
  const swallow = (again: MouseEvent) => again.stopPropagation()
  list.addEventListener('click', swallow, { capture: true })
  setTimeout(() => list.removeEventListener('click', swallow, { capture: true }))
}
