import { fontFor } from './font-book.ts'

/** Spaces, signs of control and of direction, joiners and choices between pictures: nothing is drawn for them. */
const NOT_DRAWN = /[\p{Z}\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** The characters in some texts that no font of the paper has, each once: boxes would stand for them. */
export function unwritable(texts: Iterable<string>): string[] {
  const missing = new Set<string>()
  for (const text of texts) {
    for (const character of text) {
      if (!NOT_DRAWN.test(character) && fontFor(character, false) === null) missing.add(character)
    }
  }
  return [...missing]
}
