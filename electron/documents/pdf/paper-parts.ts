import type { PaperPart } from '../../../shared/contract/paper.ts'
import { leading, QUIET, type Sheet } from './sheet.ts'
import { drawTable } from './table.ts'

type Part<Kind extends PaperPart['kind']> = Extract<PaperPart, { kind: Kind }>

/** The parts of a paper, one below the other. */
export function drawParts(sheet: Sheet, parts: readonly PaperPart[]): void {
  for (const part of parts) drawPart(sheet, part)
}

function drawPart(sheet: Sheet, part: PaperPart): void {
  switch (part.kind) {
    case 'heading':
      sheet.y += 10
      sheet.makeRoom(90)
      sheet.paragraph(part.text, { size: 12, bold: true })
      if (part.about !== '') sheet.paragraph(part.about, { size: 9, color: QUIET })
      sheet.y += 4
      return
    case 'title':
      sheet.y += 8
      sheet.makeRoom(50)
      sheet.paragraph(part.text, { size: 10, bold: true })
      return
    case 'figures':
      drawFigures(sheet, part)
      return
    case 'table':
      sheet.y += 4
      drawTable(sheet, part.columns, part.rows)
      return
    case 'sums':
      drawSums(sheet, part)
      return
    case 'text':
      sheet.y += part.quiet ? 8 : 2
      sheet.paragraph(part.text, part.quiet ? { size: 8, color: QUIET } : { size: 9 })
  }
}

function drawFigures(sheet: Sheet, { items }: Part<'figures'>): void {
  const width = sheet.width / items.length
  const label = { size: 8, color: QUIET }
  const number = { size: 12, bold: true }
  sheet.makeRoom(leading(label) + leading(number) + 4)
  for (const [place, item] of items.entries()) {
    const x = sheet.left + place * width
    sheet.line(sheet.shortened(item.label, width - 8, label), x, sheet.y, width - 8, label)
    sheet.fittedLine(item.value, x, sheet.y + leading(label), width - 8, number)
  }
  sheet.y += leading(label) + leading(number) + 4
}

/** Sums stand together at the right, below what they add up. */
function drawSums(sheet: Sheet, { rows }: Part<'sums'>): void {
  const style = { size: 9 }
  const gap = 16
  const valueWidth = Math.max(...rows.map(({ value, bold }) => sheet.widthOf(value, { ...style, bold })))
  const labelWidth = Math.min(
    sheet.width - gap - valueWidth,
    Math.max(...rows.map(({ label, bold }) => sheet.widthOf(label, { ...style, bold }))),
  )
  const left = sheet.left + sheet.width - valueWidth - gap - labelWidth
  sheet.y += 6
  sheet.makeRoom(rows.length * (leading(style) + 2))
  for (const { label, value, bold } of rows) {
    const line = { ...style, bold }
    sheet.line(sheet.shortened(label, labelWidth + 1, line), left, sheet.y, labelWidth, line)
    sheet.line(value, sheet.left, sheet.y, sheet.width, { ...line, align: 'end' })
    sheet.y += leading(style) + 2
  }
}
