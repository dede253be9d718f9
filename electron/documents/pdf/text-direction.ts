import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFE]/
/** Letters written from right to left, with what is set on and between them. Digits are not: they read as numbers. */
const LETTERS =
  /(?:(?![\u0660-\u0669\u06F0-\u06F9])[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{M}\u0640\u200C\u200D])+/uy

/** Whether the letters of a text go from right to left. */
export function isRightToLeft(text: string): boolean {
  return /(?=[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}])\p{L}/u.test(text)
}

/**
 * A text in pieces, in the order of the paper from left to right. A piece with right-to-left letters keeps them in the
 * order of writing, and holds nothing else: the font turns and joins them. Numbers and foreign words inside keep their
 * own direction; brackets face the right way. Source: Unicode Standard Annex 9.
 */
export function visualPieces(text: string): string[] {
  if (!RIGHT_TO_LEFT.test(text)) return [text]
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto')
  const stretches: { text: string; level: number }[] = []
  for (let index = 0; index < text.length; index++) {
    const level = levels[index] ?? 0
    const last = stretches.at(-1)
    if (last && last.level === level) last.text += text[index] ?? ''
    else stretches.push({ text: text[index] ?? '', level })
  }
  return reordered(stretches, paragraphs[0]?.level ?? 0).flatMap(({ text: stretch, level }) =>
    level % 2 === 1 ? turned(stretch) : [stretch],
  )
}

/** A right-to-left stretch as pieces from left to right: whole words of letters, and each sign between them mirrored. */
function turned(stretch: string): string[] {
  const pieces: string[] = []
  for (let index = 0; index < stretch.length;) {
    LETTERS.lastIndex = index
    const word = LETTERS.exec(stretch)?.[0]
    const sign = word ?? String.fromCodePoint(stretch.codePointAt(index) ?? 0)
    pieces.push(word ?? bidi.getMirroredCharacter(sign) ?? sign)
    index += sign.length
  }
  return pieces.toReversed()
}

/** Rule L2 of the bidirectional algorithm, on whole stretches: from the highest level down, turn each row of it. */
function reordered<Stretch extends { readonly level: number }>(stretches: readonly Stretch[], base: number): Stretch[] {
  let order = [...stretches]
  const highest = Math.max(base, ...stretches.map(({ level }) => level))
  for (let level = highest; level >= 1; level--) {
    const next: Stretch[] = []
    for (let index = 0; index < order.length;) {
      const start = index
      while (index < order.length && (order[index]?.level ?? 0) >= level) index++
      if (index > start) next.push(...order.slice(start, index).toReversed())
      else next.push(...order.slice(index, ++index))
    }
    order = next
  }
  return order
}
