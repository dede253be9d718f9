import { create, type Font, type GlyphRun } from 'fontkit'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRightToLeft } from './text-direction.ts'

/** Noto Sans in parts, each for some scripts; the large ones have one weight. */
const BOLD_TOO = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const
const SCRIPTS_WITH_BOLD = ['arabic', 'hebrew', 'thai', 'devanagari'] as const
const ONE_WEIGHT = ['japanese', 'chinese', 'korean'] as const

type Part = (typeof BOLD_TOO)[number] | (typeof SCRIPTS_WITH_BOLD)[number] | (typeof ONE_WEIGHT)[number]

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
]
const ANY_SCRIPT: readonly Part[] = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek', 'arabic', 'japanese']

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
  return [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/** A font of the book. Its layouts are remembered: most words of statements come again and again. */
export function fontOf(name: string): Font {
  const known = fonts.get(name)
  if (known) return known
  const font = create(readFileSync(join(fontsFolder(), `${name}.ttf`)))
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} is a collection of fonts`)
  const remembering = withRememberedLayouts(font)
  fonts.set(name, remembering)
  return remembering
}

/** The PDF library scales the positions of a layout in place, so each time it gets them anew. */
function withRememberedLayouts(font: Font): Font {
  const layouts = new Map<string, GlyphRun>()
  const layout: Font['layout'] = (text, features) => {
    if (features !== undefined) return font.layout(text, features)
    let run = layouts.get(text)
    if (!run) {
      // By itself a font turns whatever stands in a right-to-left script, its numbers, too.
      run = font.layout(text, undefined, undefined, undefined, isRightToLeft(text) ? 'rtl' : 'ltr')
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

/** Beside this file, or beside what was built from it. */
function fontsFolder(): string {
  const here = import.meta.dirname
  const folder = [join(here, 'fonts'), join(here, '..', 'fonts')].find((candidate) => existsSync(candidate))
  if (folder === undefined) throw new Error('the fonts of the statements are missing')
  return folder
}
