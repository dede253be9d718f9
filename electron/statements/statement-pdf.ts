import { longDateText, dateText } from '../../shared/date-text.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { drawPackage } from './statement-package-pdf.ts'
import { bytesOf, newDocument } from '../documents/pdf/document.ts'
import { openPicture, type Picture } from '../documents/pdf/picture.ts'
import { INK, leading, QUIET, Sheet } from '../documents/pdf/sheet.ts'

/** In points; a wide logo stays lower. */
const LOGO_HEIGHT = 44

/**
 * Statements as one PDF, each from a page of its own on, with its own page numbers. The same ones give the same bytes.
 * @param logo of the school, a JPEG; null where it has none
 */
export function statementPdf(statements: readonly Statement[], logo: Uint8Array | null): Promise<Buffer> {
  const [first] = statements
  if (!first) throw new Error('there is no statement to write')
  const title =
    statements.length === 1
      ? `Balance statement ${first.number ?? ''} ${first.customer.name}`.trim()
      : 'Balance statements'
  const { name, locale } = first.school
  const document = newDocument({ title, author: name, locale, date: first.date })
  const sheet = new Sheet(document)
  const picture = logo && openPicture(document, logo)
  for (const statement of statements) {
    const begin = sheet.pages
    sheet.newPage()
    drawStatement(sheet, statement, picture)
    numberPages(sheet, statement, begin, sheet.pages)
    sheet.finishPages()
  }
  return bytesOf(document)
}

function drawStatement(sheet: Sheet, statement: Statement, logo: Picture | null): void {
  drawHead(sheet, statement, logo)
  for (const pack of statement.packages) drawPackage(sheet, statement, pack)
  sheet.y += 10
  sheet.paragraph(
    `This statement rests on the ledger up to entry ${statement.head.entry}. Its fingerprint is ` +
      `${statement.fingerprint}; the school can confirm it under Statements, Check a statement.`,
    { size: 8, color: QUIET },
  )
}

function drawHead(sheet: Sheet, statement: Statement, logo: Picture | null): void {
  const { school, customer } = statement
  const half = sheet.width / 2 - 10
  const right = sheet.left + half + 20
  const top = sheet.y
  const column = (
    x: number,
    texts: readonly (readonly [string, { size: number; bold?: boolean; color?: string }])[],
    below = 0,
  ) => {
    let y = top + below
    for (const [text, style] of texts) {
      for (const line of text === '' ? [] : sheet.lines(text, half, style)) {
        sheet.line(line, x, y, half, style)
        y += leading(style)
      }
    }
    return y
  }
  const quiet = { size: 9, color: QUIET }
  const own = [
    [school.name, { size: 12, bold: true }],
    [school.address, quiet],
  ] as const
  const leftEnd = column(sheet.left, own, logo ? sheet.picture(logo, { width: half, height: LOGO_HEIGHT }) + 8 : 0)
  const rightEnd = column(right, [
    [customer.name, { size: 12, bold: true }],
    [`Customer ${customer.number}`, quiet],
    [customer.email, quiet],
    [customer.phone, quiet],
  ])
  sheet.y = Math.max(leftEnd, rightEnd) + 18
  const day = longDateText(statement.asOf, school.locale)
  sheet.paragraph('Balance statement', { size: 18, bold: true, color: INK })
  sheet.paragraph(`As of ${day}`, { size: 11 })
  const made = dateText(statement.date, school.locale)
  const period = statement.from === null ? 'from the beginning' : `from ${dateText(statement.from, school.locale)}`
  sheet.paragraph(
    `${statement.number === null ? 'Not issued' : `Statement ${statement.number}`} · made ${made} · activity ${period}`,
    quiet,
  )
  sheet.y += 6
}

function numberPages(sheet: Sheet, statement: Statement, begin: number, end: number): void {
  const style = { size: 8, color: QUIET }
  const name = statement.number === null ? 'Balance statement' : `Statement ${statement.number}`
  for (let page = begin; page < end; page++) {
    sheet.onPage(page, () => {
      const room = 80
      const about = `${name} · ${statement.fingerprint} · ${statement.customer.number}`
      const width = sheet.width - room
      sheet.line(sheet.shortened(about, width - 10, style), sheet.left, sheet.foot, width, style)
      const count = `Page ${page - begin + 1} of ${end - begin}`
      sheet.line(count, sheet.left + width, sheet.foot, room, { ...style, align: 'end' })
    })
  }
}
