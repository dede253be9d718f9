import type { Font, GlyphRun } from 'fontkit'
import { Blob, Buffer as ShapedText, Face, Font as ShapingFont, shape, type GlyphInfo } from 'harfbuzzjs'

/**
 * How a text is laid out in a script whose letters are set before, above and into each other: by HarfBuzz, since the
 * PDF library's own way leaves Burmese in the order of typing and fails on Gurmukhi and Telugu.
 * @param bytes of the same font
 */
export function shapedLayout(font: Font, bytes: Uint8Array): (text: string) => GlyphRun {
  const shaping = new ShapingFont(new Face(new Blob(bytes.slice().buffer)))
  return (text) => {
    const shaped = new ShapedText()
    shaped.addText(text)
    shaped.guessSegmentProperties()
    shape(shaping, shaped)
    const infos = shaped.getGlyphInfos()
    const positions = shaped.getGlyphPositions().map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }))
    const characters = charactersOf(font, text, infos)
    return {
      glyphs: infos.map(({ codepoint: id }, place) => font.getGlyph(id, characters[place])),
      positions,
      advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    } as GlyphRun
  }
}

/** The characters that each glyph stands for, so that a text is found and copied again: of a ligature those left over. */
function charactersOf(font: Font, text: string, infos: readonly GlyphInfo[]): number[][] {
  const starts = [...new Set(infos.map(({ cluster }) => cluster)), text.length].toSorted((one, other) => one - other)
  const given: number[][] = infos.map(() => [])
  for (const [index, start] of starts.slice(0, -1).entries()) {
    const left = Array.from(text.slice(start, starts[index + 1]), (character) => character.codePointAt(0) ?? 0)
    const places = infos.flatMap(({ cluster }, place) => (cluster === start ? [place] : []))
    const joined = places.filter((place) => {
      const own = left.findIndex((code) => font.glyphForCodePoint(code).id === infos[place]?.codepoint)
      if (own >= 0) given[place] = left.splice(own, 1)
      return own < 0
    })
    const [first = places[0]] = joined
    if (first !== undefined) given[first] = [...(given[first] ?? []), ...left]
  }
  return given
}
