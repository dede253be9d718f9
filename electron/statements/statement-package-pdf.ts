import { actionWords } from '../../shared/action-words.ts'
import type { Statement, StatementPackage, Standing } from '../../shared/contract/statements.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { quantityDisplay, signedQuantityDisplay } from '../../shared/quantity-text.ts'
import { leading, QUIET, type Sheet } from '../documents/pdf/sheet.ts'
import { drawTable } from '../documents/pdf/table.ts'
import type { TableColumn, TableRow } from '../documents/pdf/table-columns.ts'

type School = Statement['school']

/** One package of a statement: its money, what is left, the activity from opening to closing, and what is pending. */
export function drawPackage(sheet: Sheet, { school, from, asOf }: Statement, pack: StatementPackage): void {
  sheet.y += 10
  sheet.makeRoom(90)
  sheet.paragraph(pack.packageName, { size: 12, bold: true })
  sheet.paragraph(`Package ${pack.ref} · added ${dateText(pack.added, school.locale)}`, { size: 9, color: QUIET })
  sheet.y += 4
  drawFigures(sheet, school, pack)
  drawLines(sheet, school, pack, 'Hours', true)
  drawLines(sheet, school, pack, 'Products and services', false)
  heading(sheet, 'Activity')
  drawTable(sheet, ACTIVITY, activityRows(school, pack, from, asOf))
  if (pack.pending.length > 0) drawPending(sheet, school, pack)
  if (pack.inWords.length > 0) {
    heading(sheet, 'How these numbers come about')
    for (const sentence of pack.inWords) sheet.paragraph(sentence, { size: 8.5 })
  }
}

function heading(sheet: Sheet, text: string): void {
  sheet.y += 8
  sheet.makeRoom(50)
  sheet.paragraph(text, { size: 10, bold: true })
}

function drawFigures(sheet: Sheet, school: School, pack: StatementPackage): void {
  const figures = [
    ['Total package price', pack.price],
    ['Amount paid', pack.paid],
    ['Amount owed', pack.owed],
    ['Package funds', pack.funds],
  ] as const
  const width = sheet.width / figures.length
  const label = { size: 8, color: QUIET }
  const number = { size: 12, bold: true }
  for (const [place, [name, amount]] of figures.entries()) {
    const x = sheet.left + place * width
    sheet.line(name, x, sheet.y, width - 8, label)
    sheet.fittedLine(moneyText(amount, school), x, sheet.y + leading(label), width - 8, number)
  }
  sheet.y += leading(label) + leading(number) + 4
}

const LINES: readonly TableColumn[] = [
  { header: '', width: 0, align: 'start' },
  { header: 'Included', width: 58, align: 'end' },
  { header: 'Used', width: 58, align: 'end' },
  { header: 'Remaining', width: 58, align: 'end' },
  { header: 'Dollars used', width: 80, align: 'end' },
  { header: 'Dollars remaining', width: 88, align: 'end' },
]

function drawLines(sheet: Sheet, school: School, pack: StatementPackage, title: string, hours: boolean): void {
  const lines = pack.lines.filter(({ kind }) => (kind === 'hour') === hours)
  if (lines.length === 0) return
  sheet.y += 8
  const rows = lines.map((line) => ({
    cells: [
      `${line.name} (${line.code})`,
      quantityDisplay(line.included, line.kind, school.locale),
      quantityDisplay(line.used, line.kind, school.locale),
      quantityDisplay(line.remaining, line.kind, school.locale),
      moneyText(line.dollarsUsed, school),
      moneyText(line.dollarsRemaining, school),
    ],
  }))
  drawTable(sheet, [{ header: title, width: 0, align: 'start' }, ...LINES.slice(1)], rows)
}

const ACTIVITY: readonly TableColumn[] = [
  { header: 'Date', width: 58, align: 'start' },
  { header: 'Action', width: 112, align: 'start' },
  { header: 'Amount', width: 62, align: 'end' },
  { header: 'Paid', width: 64, align: 'end' },
  { header: 'Funds', width: 64, align: 'end' },
  { header: 'Hours and items', width: 0, align: 'end' },
]

function activityRows(
  school: School,
  pack: StatementPackage,
  from: BusinessDate | null,
  asOf: BusinessDate,
): TableRow[] {
  const kinds = new Map(pack.lines.map(({ line, kind, code }) => [line, { kind, code }]))
  const opening = from ?? pack.added
  return [
    standingRow(school, pack, 'Opening balance', dateText(opening, school.locale), pack.opening),
    ...pack.activity.map((action) => ({
      cells: [
        dateText(action.date, school.locale),
        `${actionWords(action.action)}\n${[action.ref, action.note].filter((text) => text !== '').join(' · ')}`,
        moneyText(action.amount, school),
        action.paidChange === 0 ? '' : signedMoneyText(action.paidChange, school),
        action.fundsChange === 0 ? '' : signedMoneyText(action.fundsChange, school),
        action.lines
          .map(({ line, code, remainingChange, dollarsRemainingChange }) => {
            const kind = kinds.get(line)?.kind ?? 'hour'
            const quantity = signedQuantityDisplay(remainingChange, kind, school.locale)
            return `${code} ${quantity}  ${signedMoneyText(dollarsRemainingChange, school)}`
          })
          .join('\n'),
      ],
    })),
    standingRow(school, pack, 'Closing balance', dateText(asOf, school.locale), pack.closing),
  ]
}

function standingRow(school: School, pack: StatementPackage, name: string, day: string, standing: Standing): TableRow {
  // Where nothing is, there is nothing to say line by line.
  const held = standing.lines.filter(({ remaining, dollarsRemaining }) => remaining !== 0 || dollarsRemaining !== 0)
  const lines = held.map(({ line, remaining, dollarsRemaining }) => {
    const found = pack.lines.find((candidate) => candidate.line === line)
    const quantity = quantityDisplay(remaining, found?.kind ?? 'hour', school.locale)
    return `${found?.code ?? ''} ${quantity}  ${moneyText(dollarsRemaining, school)}`
  })
  const cells = [day, name, '', moneyText(standing.paid, school), moneyText(standing.funds, school), lines.join('\n')]
  return { bold: true, cells }
}

const PENDING: readonly TableColumn[] = [
  { header: 'Invoice', width: 100, align: 'start' },
  { header: 'Hours or item', width: 0, align: 'start' },
  { header: 'Quantity', width: 70, align: 'end' },
  { header: 'Amount', width: 80, align: 'end' },
]

function drawPending(sheet: Sheet, school: School, pack: StatementPackage): void {
  heading(sheet, 'Pending on invoices that are not paid yet; not part of the balances above')
  drawTable(
    sheet,
    PENDING,
    pack.pending.map(({ ref, code, name, kind, quantity, amount }) => ({
      cells: [ref, `${name} (${code})`, quantityDisplay(quantity, kind, school.locale), moneyText(amount, school)],
    })),
  )
}
