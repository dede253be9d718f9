import { fontOf } from './font-book.ts'
import { textRuns, type TextRun } from './text-runs.ts'

/** Texts are measured several times before they are drawn, and most of them come again on other statements. */
const MOST_WIDTHS = 50_000
const texts = new Map<string, number>()
const words = new Map<string, number>()

/** How wide a text is in points at a size of 1 point. */
export function textWidthAtOne(text: string, bold: boolean): number {
  return remembered(texts, bold ? `b${text}` : `r${text}`, () =>
    textRuns(text, bold).reduce((sum, run) => sum + runWidthAtOne(run), 0),
  )
}

/** The same of one run. As the PDF library lays it out: word by word, the spaces with the words before them. */
export function runWidthAtOne({ text, font }: TextRun): number {
  return text.split(/(?<= )/).reduce((sum, word) => sum + wordWidthAtOne(font, word), 0)
}

function wordWidthAtOne(name: string, word: string): number {
  return remembered(words, `${name} ${word}`, () => {
    const font = fontOf(name)
    return font.layout(word).advanceWidth / font.unitsPerEm
  })
}

function remembered(widths: Map<string, number>, key: string, measure: () => number): number {
  const known = widths.get(key)
  if (known !== undefined) return known
  const width = measure()
  if (widths.size >= MOST_WIDTHS) widths.clear()
  widths.set(key, width)
  return width
}
