import { createSpotlight } from '@mantine/spotlight'
import { focusedElement } from './open-dialogs.ts'

const [store, palette] = createSpotlight()

let before: HTMLElement | null = null

/** What is open and chosen in the palette. */
export const paletteStore = store

/** @param from where the focus goes back to */
export function openPalette(from: HTMLElement | null = focusedElement()): void {
  before = from
  palette.open()
}

/** Closes the palette; the focus goes back to where it was, so that what was chosen returns it there, too. */
export function closePalette(): void {
  palette.close()
  before?.focus({ preventScroll: true })
}
