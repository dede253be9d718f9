import { create, type Font, type GlyphRun } from 'fontkit'
import { readFileSync } from 'node:fs'
import { fontFile, type PackagedPart } from './font-files.ts'
import { shapedLayout } from './shaping.ts'
import { isRightToLeft } from './text-direction.ts'

/** Noto Sans in parts, each for some scripts; the large ones have one weight. */
const BOLD_TOO = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const
const SCRIPTS_WITH_BOLD = ['arabic', 'hebrew', 'thai', 'devanagari'] as const
const ONE_WEIGHT = ['japanese', 'chinese', 'korean'] as const

type Part = (typeof BOLD_TOO)[number] | (typeof SCRIPTS_WITH_BOLD)[number] | (typeof ONE_WEIGHT)[number] | PackagedPart

/** Which parts may hold a character of a script, the likeliest first. */
const PARTS_OF: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/\p{Script=Latin}/u, ['latin', 'latin-ext', 'vietnamese']],
  [/\p{Script=Greek}/u, ['greek', 'greek-ext']],
  [/\p{Script=Cyrillic}/u, ['cyrillic', 'cyrillic-ext']],
  [/\p{Script=Arabic}/u, ['arabic']],
  [/\p{Script=Hebrew}/u, ['hebrew']],
  [/\p{Script=Thai}/u, ['thai']],
  [/\p{Script=Devanagari}/u, ['devanagari']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['japanese']],
  [/\p{Script=Han}/u, ['japanese', 'chinese', 'korean']],
  [/\p{Script=Hangul}/u, ['korean']],
  [/\p{Script=Tamil}/u, ['tamil']],
  [/\p{Script=Bengali}/u, ['bengali']],
  [/\p{Script=Georgian}/u, ['georgian']],
  [/\p{Script=Armenian}/u, ['armenian']],
  [/\p{Script=Ethiopic}/u, ['ethiopic']],
  [/\p{Script=Gujarati}/u, ['gujarati']],
  [/\p{Script=Gurmukhi}/u, ['gurmukhi']],
  [/\p{Script=Sinhala}/u, ['sinhala']],
  [/\p{Script=Myanmar}/u, ['myanmar']],
  [/\p{Script=Telugu}/u, ['telugu']],
  [/\p{Script=Kannada}/u, ['kannada']],
  [/\p{Script=Malayalam}/u, ['malayalam']],
  [/\p{Script=Oriya}/u, ['oriya']],
  [/\p{Script=Khmer}/u, ['khmer']],
  [/\p{Script=Lao}/u, ['lao']],
  [/\p{Script=Thaana}/u, ['thaana']],
]
/** Scripts whose letters are set before, above and into each other. */
const SHAPED =
  /^(devanagari|tamil|bengali|gujarati|gurmukhi|sinhala|myanmar|telugu|kannada|malayalam|oriya|khmer|lao|thaana)-/
const JOINERS = /[\u200C\u200D]/g
const ANY_SCRIPT: readonly Part[] = [
  'latin',
  'latin-ext',
  'vietnamese',
  'cyrillic',
  'greek',
  'arabic',
  'japanese',
  'devanagari',
  'georgian',
]

/** Stands where no font has the character. */
export const UNKNOWN_CHARACTER = '\uFFFD'

const fonts = new Map<string, Font>()
const MOST_LAYOUTS = 50_000
const chosen = new Map<string, string | null>()

/** The name of the font that has a character, or null where none has. */
export function fontFor(character: string, bold: boolean): string | null {
  const key = bold ? `b${character}` : character
  const known = chosen.get(key)
  if (known !== undefined) return known
  const parts = PARTS_OF.find(([script]) => script.test(character))?.[1] ?? ANY_SCRIPT
  const name = parts.map((part) => nameOf(part, bold)).find((candidate) => has(candidate, character)) ?? null
  chosen.set(key, name)
  return name
}

/** Whether a font has every character of a text that is set in one piece. */
export function has(name: string, text: string): boolean {
  const font = fontOf(name)
  // Joiners say how letters are written, and are not written themselves.
  return [...text.replace(JOINERS, '')].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/** A font of the book. Its layouts are remembered: most words of statements come again and again. */
export function fontOf(name: string): Font {
  const known = fonts.get(name)
  if (known) return known
  const bytes = readFileSync(fontFile(name))
  const font = create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} is a collection of fonts`)
  // By itself a font turns whatever stands in a right-to-left script, its numbers, too.
  const ownLayout = (text: string) =>
    font.layout(text, undefined, undefined, undefined, isRightToLeft(text) ? 'rtl' : 'ltr')
  const remembering = withRememberedLayouts(font, SHAPED.test(name) ? shapedLayout(font, bytes) : ownLayout)
  fonts.set(name, remembering)
  return remembering
}

/** The PDF library scales the positions of a layout in place, so each time it gets them anew. */
function withRememberedLayouts(font: Font, layOut: (text: string) => GlyphRun): Font {
  const layouts = new Map<string, GlyphRun>()
  const layout: Font['layout'] = (text, features) => {
    if (features !== undefined) return font.layout(text, features)
    let run = layouts.get(text)
    if (!run) {
      run = layOut(text)
      if (layouts.size >= MOST_LAYOUTS) layouts.clear()
      layouts.set(text, run)
    }
    return Object.assign(Object.create(Object.getPrototypeOf(run) as object) as GlyphRun, run, {
      positions: run.positions.map((position) => ({ ...position })),
    })
  }
  return Object.create(font, { layout: { value: layout } }) as Font
}

function nameOf(part: Part, bold: boolean): string {
  return `${part}-${bold && !ONE_WEIGHT.some((one) => one === part) ? 600 : 400}`
}
