/** Where a page ended, as the window hands it back: a short text without meaning to it. */
export function cursorText(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place in a cursor, or undefined where it is not one that `cursorText` made. */
export function cursorPlace(text: string): readonly unknown[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(place) ? place : undefined
  } catch {
    return undefined
  }
}
