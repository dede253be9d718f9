/** What the database keeps in the place of half a sign (a lone surrogate), which cannot be written as UTF-8. */
const INSTEAD = '\ufffd'
const FIRST_HALF = 0xd800
const LAST_HALF = 0xdfff

/**
 * Earlier versions took notes with half a sign: hashed as it was, stored as another sign, so that the entry never
 * verified again. Answers the text as it was hashed, where it has one such place and `fits` says that a half there
 * makes the entry's hash; undefined otherwise. The entry is whole then, whatever its text shows: nothing of its numbers
 * was changed, and a check can say so instead of calling the ledger broken.
 * @param fits whether the entry with this text has the hash that was kept; asked at most 2,048 times a place
 */
export function textAsHashed(stored: string, fits: (text: string) => boolean): string | undefined {
  for (let at = stored.indexOf(INSTEAD); at >= 0; at = stored.indexOf(INSTEAD, at + 1)) {
    for (let half = FIRST_HALF; half <= LAST_HALF; half++) {
      const text = stored.slice(0, at) + String.fromCharCode(half) + stored.slice(at + 1)
      if (fits(text)) return text
    }
  }
  return undefined
}
