import { fontOf } from './font-book.ts'
import type { Picture } from './picture.ts'
import { textRuns, type TextRun } from './text-runs.ts'
import { runWidthAtOne, textWidthAtOne } from './text-width.ts'

export const INK = '#111111'
export const QUIET = '#5a5a5a'
export const RULE = '#c4c4c4'
const MARGIN = 42
/** Kept free at the foot for the line with the page's number. */
const FOOT = 40

/** Where a line may end: not at a space that holds a number and its currency together. */
const BREAK = /(?<=[ \t\u3000])/u

/** How a text is set. Sizes and widths in points. */
export interface TextStyle {
  readonly size: number
  readonly bold?: boolean
  readonly color?: string
  readonly align?: 'start' | 'end'
}

type Document = PDFKit.PDFDocument

/** A document that is written from top to bottom, page after page. */
export class Sheet {
  readonly #document: Document
  readonly #fonts = new Set<string>()
  /** of the texts, where the page is; null where it has none yet */
  #color: string | null = null
  /** where the next thing begins, in points from the top of the page */
  y = MARGIN

  constructor(document: Document) {
    this.#document = document
  }

  get left(): number {
    return MARGIN
  }

  get width(): number {
    return this.#document.page.width - 2 * MARGIN
  }

  /** How much room an empty page has. */
  get height(): number {
    return this.bottom - MARGIN
  }

  get bottom(): number {
    return this.#document.page.height - MARGIN - FOOT
  }

  /** How many pages there are so far. */
  get pages(): number {
    const { start, count } = this.#document.bufferedPageRange()
    return start + count
  }

  newPage(): void {
    this.#document.addPage()
    this.#color = null
    this.y = MARGIN
  }

  /** Goes on to a new page where there is not so much room left; answers whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.newPage()
    return true
  }

  rule(color: string = RULE): void {
    this.#document
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(0.5)
      .stroke(color)
  }

  /** Draws a picture at the left from `y` on, within a size; answers how high it came. */
  picture(picture: Picture, most: { width: number; height: number }): number {
    const share = Math.min(most.width / picture.width, most.height / picture.height)
    const [width, height] = [picture.width * share, picture.height * share]
    // The library takes what it opened; its types know only where pictures come from.
    this.#document.image(picture as unknown as Buffer, this.left, this.y, { width, height })
    return height
  }

  /** The lines into which a text breaks within a width. Words that are wider break where they must. */
  lines(text: string, width: number, style: TextStyle): string[] {
    return text.split('\n').flatMap((paragraph) => this.#brokenLines(paragraph, width, style))
  }

  /** Sets one line; `y` is its top. */
  line(text: string, x: number, y: number, width: number, style: TextStyle): void {
    const runs = textRuns(text, style.bold ?? false)
    let at = style.align === 'end' ? x + width - this.widthOf(text, style) : x
    const document = this.#document
    this.#ink(style.color ?? INK)
    for (const run of runs) {
      this.#use(run, style.size)
      // One baseline for all fonts, whatever their heights.
      document.text(run.text, at, y + style.size, { lineBreak: false, baseline: 'alphabetic' })
      if (runs.length > 1) at += runWidthAtOne(run) * style.size
    }
  }

  /** Sets a text that may break, from `y` on; the sheet goes on below it. */
  paragraph(text: string, style: TextStyle): void {
    for (const line of this.lines(text, this.width, style)) {
      this.makeRoom(leading(style))
      this.line(line, this.left, this.y, this.width, style)
      this.y += leading(style)
    }
  }

  /** Writes on a page that is finished already. @param page from 0 */
  onPage(page: number, write: () => void): void {
    this.#document.switchToPage(page)
    this.#color = null
    write()
  }

  /** Lets go of the pages that are finished: nothing is written on them any more. */
  finishPages(): void {
    this.#document.flushPages()
  }

  /** The place of the foot line on every page. */
  get foot(): number {
    return this.#document.page.height - MARGIN - 8
  }

  #brokenLines(text: string, width: number, style: TextStyle): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(BREAK)) {
      if (this.widthOf(line + word.trimEnd(), style) <= width) {
        line += word
        continue
      }
      if (line !== '') lines.push(line.trimEnd())
      line = word
      while (this.widthOf(line.trimEnd(), style) > width && line.length > 1) {
        const part = this.#fitting(line, width, style)
        lines.push(part)
        line = line.slice(part.length)
      }
    }
    return [...lines, line.trimEnd()]
  }

  #fitting(word: string, width: number, style: TextStyle): string {
    let part = ''
    for (const { segment, index } of new Intl.Segmenter().segment(word)) {
      const longer = word.slice(0, index + segment.length)
      if (part !== '' && this.widthOf(longer, style) > width) break
      part = longer
    }
    return part
  }

  /** Sets one line as large as it fits into a width, so that no number is cut. */
  fittedLine(text: string, x: number, y: number, width: number, style: TextStyle): void {
    const wide = this.widthOf(text, style)
    const size = wide > width ? (style.size * width) / wide : style.size
    this.line(text, x, y + style.size - size, width, { ...style, size })
  }

  /** The beginning of a text that fits into a width, with an ellipsis where it does not fit whole. */
  shortened(text: string, width: number, style: TextStyle): string {
    if (this.widthOf(text, style) <= width) return text
    return `${this.#fitting(text, width - this.widthOf('…', style), style)}…`
  }

  widthOf(text: string, { size, bold = false }: TextStyle): number {
    return textWidthAtOne(text, bold) * size
  }

  #ink(color: string): void {
    if (color === this.#color) return
    this.#document.fillColor(color)
    this.#color = color
  }

  #use({ font }: TextRun, size: number): void {
    if (!this.#fonts.has(font)) {
      // The library takes a parsed font as well; its types do not say so.
      this.#document.registerFont(font, fontOf(font) as unknown as Buffer)
      this.#fonts.add(font)
    }
    this.#document.font(font).fontSize(size)
  }
}

/** From one line to the next. */
export function leading({ size }: TextStyle): number {
  return size * 1.35
}
