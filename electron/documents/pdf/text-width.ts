import { fontOf } from './font-book.ts'
import { textRuns, type TextRun } from './text-runs.ts'

/** Texts are measured several times before they are drawn, and most of them come again on other statements. */
const MOST_WIDTHS = 50_000
const regular = new Map<string, number>()
const strong = new Map<string, number>()
const words = new Map<string, Map<string, number>>()

/** How wide a text is in points at a size of 1 point. */
export function textWidthAtOne(text: string, bold: boolean): number {
  return remembered(bold ? strong : regular, text, () =>
    textRuns(text, bold).reduce((sum, run) => sum + runWidthAtOne(run), 0),
  )
}

/** The same of one run. As the PDF library lays it out: word by word, the spaces with the words before them. */
export function runWidthAtOne({ text, font }: TextRun): number {
  const widths = words.get(font) ?? new Map<string, number>()
  words.set(font, widths)
  return text.split(/(?<= )/).reduce((sum, word) => sum + remembered(widths, word, () => wordWidth(font, word)), 0)
}

function wordWidth(name: string, word: string): number {
  const font = fontOf(name)
  return font.layout(word).advanceWidth / font.unitsPerEm
}

function remembered(widths: Map<string, number>, text: string, measure: () => number): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = measure()
  if (widths.size >= MOST_WIDTHS) widths.clear()
  widths.set(text, width)
  return width
}
