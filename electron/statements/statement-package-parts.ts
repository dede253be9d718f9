import { actionWords } from '../../shared/action-words.ts'
import type { PaperPart } from '../../shared/contract/paper.ts'
import type { Standing, Statement, StatementPackage } from '../../shared/contract/statements.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { quantityDisplay, signedQuantityDisplay } from '../../shared/quantity-text.ts'
import { toPayReason } from '../../shared/to-pay-words.ts'
import { say } from '../../shared/words/say.ts'
import { stillToPay } from '../reports/packages/package-figures.ts'
import type { StatementShown } from './statement-shown.ts'

type School = Statement['school']
type Row = Extract<PaperPart, { kind: 'table' }>['rows'][number]
type Column = Extract<PaperPart, { kind: 'table' }>['columns'][number]

/** One package of a statement: its money, what is left, the activity from opening to closing, and what is pending. */
export function packageParts(statement: Statement, pack: StatementPackage, shown: StatementShown): PaperPart[] {
  const { school } = statement
  return [
    { kind: 'heading', text: pack.packageName, about: aboutPackage(school, pack) },
    // Who left owes nothing on it any more, and has no hours left: the activity alone says what there was.
    ...(pack.removed === null ? [] : [{ kind: 'text' as const, text: say('statement_paper.isClosed'), quiet: false }]),
    ...(shown.money && pack.removed === null ? [figures(school, pack), ...toPayPart(school, pack)] : []),
    ...linesTable(school, pack, shown, true),
    ...linesTable(school, pack, shown, false),
    ...(statement.short ? [] : activityParts(statement, pack, shown)),
    ...pendingParts(school, pack, shown),
    ...wordsParts(pack, shown),
  ]
}

function activityParts(statement: Statement, pack: StatementPackage, shown: StatementShown): PaperPart[] {
  return [
    { kind: 'title', text: say('statement_paper.activity') },
    { kind: 'table', columns: activityColumns(shown), rows: activityRows(statement, pack, shown) },
  ]
}

function aboutPackage({ locale }: School, { ref, added, removed, lastValid }: StatementPackage): string {
  const day = dateText(added, locale)
  if (removed === null && lastValid !== null)
    return say('statement_paper.packageEnding', { ref, day, until: dateText(lastValid, locale) })
  if (removed === null) return say('statement_paper.packageAdded', { ref, day })
  return say('statement_paper.packageRemoved', { ref, day, removed: dateText(removed, locale) })
}

function figures(school: School, { price, paid, owed, funds }: StatementPackage): PaperPart {
  const item = (label: string, amount: StatementPackage['price']) => ({ label, value: moneyText(amount, school) })
  return {
    kind: 'figures',
    items: [
      item(say('balance.price'), price),
      item(say('balance.paid'), paid),
      item(say('balance.owed'), owed),
      item(say('balance.funds'), funds),
    ],
  }
}

/** Beside what is owed, wherever the two differ. */
function toPayPart(school: School, { owed, funds, lines }: StatementPackage): PaperPart[] {
  const toPay = stillToPay(lines, funds)
  const reason = toPayReason(owed, toPay, school)
  if (reason === null) return []
  const words = say('statement_paper.toPay', { amount: moneyText(toPay, school), reason })
  return [{ kind: 'text', text: words, quiet: false }]
}

const text = (header: string, width = 0): Column => ({ header, width, align: 'start' })
const number = (header: string, width: number): Column => ({ header, width, align: 'end' })

function linesTable(school: School, pack: StatementPackage, { money }: StatementShown, hours: boolean): PaperPart[] {
  const lines = pack.lines.filter(({ kind }) => (kind === 'hour') === hours)
  if (lines.length === 0 || pack.removed !== null) return []
  const columns = [
    text(hours ? say('ui.hours') : say('balance.productsAndServices')),
    number(say('statement_paper.included'), 58),
    number(say('balance.used'), 58),
    number(say('balance.remaining'), 58),
    ...(money ? [number(say('statement_paper.moneyUsed'), 80), number(say('statement_paper.moneyRemaining'), 88)] : []),
  ]
  const rows = lines.map((line) => ({
    cells: [
      line.name,
      quantityDisplay(line.included, line.kind, school.locale),
      quantityDisplay(line.used, line.kind, school.locale),
      quantityDisplay(line.remaining, line.kind, school.locale),
      ...(money ? [moneyText(line.dollarsUsed, school), moneyText(line.dollarsRemaining, school)] : []),
    ],
    bold: false,
    joined: false,
  }))
  return [{ kind: 'table', columns, rows }]
}

function activityColumns({ money }: StatementShown): Column[] {
  const quantity = number(say('ui.quantity'), 46)
  const day = text(say('ui.date'), 58)
  const action = text(say('statement_paper.actionOrLine'))
  if (!money) return [day, action, quantity]
  return [
    day,
    action,
    number(say('ui.amount'), 58),
    number(say('ui.paid'), 58),
    number(say('statement_paper.funds'), 58),
    quantity,
    number(say('statement_paper.money'), 60),
  ]
}

function activityRows({ school, from, asOf }: Statement, pack: StatementPackage, shown: StatementShown): Row[] {
  // What is dated before the package itself stands below the opening, not above it.
  const [first = pack.added] = pack.activity.map(({ date }) => date)
  const opening = from ?? (first < pack.added ? first : pack.added)
  const kinds = new Map(pack.lines.map((line) => [line.line, line]))
  return [
    ...standingRows(
      school,
      pack,
      say('statement_paper.opening'),
      dateText(opening, school.locale),
      pack.opening,
      shown,
    ),
    ...pack.activity.flatMap((action): Row[] => [
      row(
        [
          dateText(action.date, school.locale),
          [`${actionWords(action.action)} ${action.ref}`, action.note].filter((words) => words !== '').join('\n'),
          ...(shown.money
            ? [
                moneyText(action.amount, school),
                action.paidChange === 0 ? '' : signedMoneyText(action.paidChange, school),
                action.fundsChange === 0 ? '' : signedMoneyText(action.fundsChange, school),
              ]
            : []),
        ],
        shown,
      ),
      ...action.lines.map(({ line, code, remainingChange, dollarsRemainingChange }) => {
        const found = kinds.get(line)
        const quantity = signedQuantityDisplay(remainingChange, found?.kind ?? 'hour', school.locale)
        return lineRow(found?.name ?? code, quantity, signedMoneyText(dollarsRemainingChange, school), shown, false)
      }),
    ]),
    ...standingRows(school, pack, say('statement_paper.closing'), dateText(asOf, school.locale), pack.closing, shown),
  ]
}

function standingRows(
  school: School,
  pack: StatementPackage,
  name: string,
  day: string,
  standing: Standing,
  shown: StatementShown,
): Row[] {
  const money = shown.money ? ['', moneyText(standing.paid, school), moneyText(standing.funds, school)] : []
  // Where nothing is, there is nothing to say line by line.
  const closed = pack.removed !== null && standing === pack.closing
  const held = standing.lines.filter(
    ({ remaining, dollarsRemaining }) => !closed && (remaining !== 0 || dollarsRemaining !== 0),
  )
  return [
    row([day, name, ...money], shown, true),
    ...held.map(({ line, remaining, dollarsRemaining }) => {
      const found = pack.lines.find((candidate) => candidate.line === line)
      const quantity = quantityDisplay(remaining, found?.kind ?? 'hour', school.locale)
      return lineRow(found?.name ?? '', quantity, moneyText(dollarsRemaining, school), shown, true)
    }),
  ]
}

/** A row that begins a group; the columns of its lines are empty. */
function row(cells: string[], { money }: StatementShown, bold = false): Row {
  return { cells: [...cells, '', ...(money ? [''] : [])], bold, joined: false }
}

function lineRow(name: string, quantity: string, money: string, shown: StatementShown, bold: boolean): Row {
  const cells = shown.money ? ['', name, '', '', '', quantity, money] : ['', name, quantity]
  return { cells, bold, joined: true }
}

function pendingParts(school: School, { pending }: StatementPackage, { money }: StatementShown): PaperPart[] {
  if (pending.length === 0) return []
  return [
    { kind: 'title', text: say('statement_paper.pending') },
    {
      kind: 'table',
      columns: [
        text(say('ui.invoice'), 100),
        text(say('papers.hoursOrItem')),
        number(say('ui.quantity'), 70),
        ...(money ? [number(say('ui.amount'), 80)] : []),
      ],
      rows: pending.map(({ ref, name, kind, quantity, amount }) => ({
        cells: [
          ref,
          name,
          quantityDisplay(quantity, kind, school.locale),
          ...(money ? [moneyText(amount, school)] : []),
        ],
        bold: false,
        joined: false,
      })),
    },
  ]
}

function wordsParts({ inWords }: StatementPackage, { money }: StatementShown): PaperPart[] {
  // The sentences are about money, too.
  if (inWords.length === 0 || !money) return []
  return [
    { kind: 'title', text: say('statement_paper.inWords') },
    ...inWords.map((sentence): PaperPart => ({ kind: 'text', text: sentence, quiet: false })),
  ]
}
