import { stringify } from 'csv-stringify/sync'
import type { Standing, Statement, StatementPackage } from '../../shared/contract/statements.ts'
import { amountText, type Cents } from '../../shared/money.ts'
import { quantityText } from '../../shared/quantity.ts'
import { defused } from '../../shared/defused-text.ts'

const COLUMNS = ['package', 'date', 'row', 'ref', 'amount', 'paid', 'funds', 'code', 'quantity', 'dollars', 'note']

/**
 * A statement's activity as a spreadsheet: opening, every movement, closing. A movement of several lines has a row for
 * each, its money on the first, so that each column adds up from opening to closing. Texts are defused; numbers are numbers, negative ones too.
 */
export function statementCsv(statement: Statement): string {
  const rows = statement.packages.flatMap((pack) => packageRows(statement, pack))
  return stringify([COLUMNS, ...rows], { bom: true })
}

function packageRows({ school, from, asOf }: Statement, pack: StatementPackage): string[][] {
  const money = (amount: Cents) => amountText(amount, school.minorDigits)
  const standing = (name: string, date: string, { paid, funds, lines }: Standing) =>
    lines.map(({ line, remaining, dollarsRemaining }, place) => [
      defused(pack.ref),
      date,
      name,
      '',
      '',
      place === 0 ? money(paid) : '',
      place === 0 ? money(funds) : '',
      defused(pack.lines.find((candidate) => candidate.line === line)?.code ?? ''),
      quantityText(remaining),
      money(dollarsRemaining),
      '',
    ])
  const movements = pack.activity.flatMap((action) => {
    const head = [defused(pack.ref), action.date, action.action, defused(action.ref)]
    const amounts = [money(action.amount), money(action.paidChange), money(action.fundsChange)]
    if (action.lines.length === 0) return [[...head, ...amounts, '', '', '', defused(action.note)]]
    return action.lines.map(({ code, remainingChange, dollarsRemainingChange }, place) => [
      ...head,
      ...(place === 0 ? amounts : ['', '', '']),
      defused(code),
      quantityText(remainingChange),
      money(dollarsRemainingChange),
      place === 0 ? defused(action.note) : '',
    ])
  })
  return [
    ...standing('opening', from ?? pack.added, pack.opening),
    ...movements,
    ...standing('closing', asOf, pack.closing),
  ]
}
