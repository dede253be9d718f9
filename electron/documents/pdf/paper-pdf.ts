import type { Paper } from '../../../shared/contract/paper.ts'
import { say } from '../../../shared/words/say.ts'
import { bytesOf, newDocument } from './document.ts'
import { drawParts } from './paper-parts.ts'
import { openPicture, type Picture } from './picture.ts'
import { leading, QUIET, Sheet, type TextStyle } from './sheet.ts'

/** In points; a wide logo stays lower. */
const LOGO_HEIGHT = 44
const QUIET_LINE = { size: 9, color: QUIET } as const
const FOOT_LINE = { size: 8, color: QUIET } as const

/**
 * Papers as one PDF, each from a page of its own on, with its own page numbers. The same ones give the same bytes.
 * @param logo of the school, a JPEG; null where it has none
 */
export function papersPdf(
  papers: readonly [Paper, ...Paper[]],
  title: string,
  logo: Uint8Array | null,
): Promise<Buffer> {
  const [{ school, locale, date }] = papers
  const document = newDocument({ title, author: school.name, locale, date })
  const sheet = new Sheet(document)
  const picture = logo && openPicture(document, logo)
  for (const paper of papers) {
    const begin = sheet.pages
    sheet.newPage()
    drawHead(sheet, paper, picture)
    drawParts(sheet, paper.parts)
    numberPages(sheet, paper.foot, begin)
    sheet.finishPages()
  }
  return bytesOf(document)
}

/** One paper as PDF. */
export function paperPdf(paper: Paper, logo: Uint8Array | null): Promise<Buffer> {
  return papersPdf([paper], paper.title, logo)
}

function drawHead(sheet: Sheet, { school, to, heading, facts }: Paper, logo: Picture | null): void {
  const half = sheet.width / 2 - 10
  const right = sheet.left + half + 20
  const top = sheet.y
  const pictured = logo ? sheet.picture(logo, { width: half, height: LOGO_HEIGHT }) + 8 : 0
  const name = { size: 12, bold: true }
  const leftEnd = drawLines(sheet, sheet.left, top + pictured, half, [
    [school.name, name],
    [school.address, QUIET_LINE],
  ])
  const rightEnd = drawLines(sheet, right, top, half, [
    [to.name, name],
    ...to.lines.map((line) => [line, QUIET_LINE] as const),
  ])
  sheet.y = Math.max(leftEnd, rightEnd) + 18
  sheet.paragraph(heading, { size: 18, bold: true })
  sheet.y += 4
  drawFacts(sheet, facts)
  sheet.y += 6
}

/** Texts one below the other in a column; answers where they end. */
function drawLines(
  sheet: Sheet,
  x: number,
  top: number,
  width: number,
  texts: readonly (readonly [string, TextStyle])[],
): number {
  let y = top
  for (const [text, style] of texts) {
    for (const line of text === '' ? [] : sheet.lines(text, width, style)) {
      sheet.line(line, x, y, width, style)
      y += leading(style)
    }
  }
  return y
}

function drawFacts(sheet: Sheet, facts: Paper['facts']): void {
  const widest = Math.max(0, ...facts.map(({ label }) => sheet.widthOf(label, QUIET_LINE)))
  const gap = 14
  for (const { label, value } of facts) {
    sheet.line(label, sheet.left, sheet.y, widest, QUIET_LINE)
    sheet.y = drawLines(sheet, sheet.left + widest + gap, sheet.y, sheet.width - widest - gap, [[value, { size: 9 }]])
  }
}

function numberPages(sheet: Sheet, foot: string, begin: number): void {
  const end = sheet.pages
  for (let page = begin; page < end; page++) {
    sheet.onPage(page, () => {
      const count = say('papers.page', { page: page - begin + 1, pages: end - begin })
      const room = sheet.widthOf(count, FOOT_LINE) + 10
      const width = sheet.width - room
      sheet.line(sheet.shortened(foot, width, FOOT_LINE), sheet.left, sheet.foot, width, FOOT_LINE)
      sheet.line(count, sheet.left, sheet.foot, sheet.width, { ...FOOT_LINE, align: 'end' })
    })
  }
}
