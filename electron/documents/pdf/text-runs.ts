import { fontFor, has, UNKNOWN_CHARACTER } from './font-book.ts'
import { visualPieces } from './text-direction.ts'

/** A piece of text that is set in one font, from left to right on the paper. */
export interface TextRun {
  readonly text: string
  /** of the font book */
  readonly font: string
}

/** What nearly every text is made of: these are in the first font, and need no ordering. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u00FF\u2013\u2014\u2018-\u201D\u2022\u2026\u20AC\u2212]*$/
/** Joiners decide how letters are written; marks of direction and the like have done their work once it is ordered. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu

/** A text as the pieces in which it is drawn, in the order of the paper: fonts by character, right-to-left reordered. */
export function textRuns(text: string, bold: boolean): TextRun[] {
  if (PLAIN.test(text)) return text === '' ? [] : [{ text, font: bold ? 'latin-600' : 'latin-400' }]
  return visualPieces(text).flatMap((piece) => inFonts(piece.replaceAll(INVISIBLE, ''), bold))
}

/** Follows one font as long as it has the characters, so that words stay whole. */
function inFonts(text: string, bold: boolean): TextRun[] {
  const runs: { text: string; font: string }[] = []
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const last = runs.at(-1)
    const common = !/[\p{L}\p{M}]/u.test(segment)
    if (last && common && has(last.font, segment)) {
      last.text += segment
      continue
    }
    const font = fontFor(segment[Symbol.iterator]().next().value ?? segment, bold)
    const piece = font === null || !has(font, segment) ? knownPart(segment, font) : segment
    const name = font ?? (bold ? 'latin-600' : 'latin-400')
    if (last?.font === name) last.text += piece
    else runs.push({ text: piece, font: name })
  }
  return runs
}

/** What a font has of a cluster; a box where it has nothing. */
function knownPart(segment: string, font: string | null): string {
  const known = font === null ? '' : [...segment].filter((character) => has(font, character)).join('')
  return known === '' ? UNKNOWN_CHARACTER : known
}
