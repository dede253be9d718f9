import type { Explanation, Figure, HistoryRow, PackageBalance } from '../../../shared/contract/packages.ts'
import type { StatementPackage } from '../../../shared/contract/statements.ts'
import type { LineKind } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { say } from '../../../shared/words/say.ts'
import { readSchool } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { lineTerms, moneyTerms, type Term } from './explain-terms.ts'
import { packageBalance } from './package-balance.ts'
import { wholeHistory } from './package-history.ts'
import { stillToPay } from './package-figures.ts'
import { pendingInvoices } from './pending-invoices.ts'

const MONEY = ['price', 'paid', 'owed', 'funds', 'toPay'] as const
const LINE = ['included', 'used', 'remaining', 'pending', 'dollarsIncluded', 'dollarsUsed', 'dollarsRemaining'] as const

type LineFigure = (typeof LINE)[number]
type MoneyFigure = (typeof MONEY)[number]
type Line = PackageBalance['lines'][number]

/**
 * How each number of a Package Balance comes about, in words, from the history alone: 12.30 h left = 50.00 h included
 * − 35.70 h on 29 paid invoices − 2.00 h transferred to GROUND. Refused: not_found.
 */
export async function explainPackage(
  db: ReadDb,
  ref: string,
  asOf: BusinessDate | null,
): Promise<Outcome<Explanation[]>> {
  const found = await packageBalance(db, ref, asOf)
  if (!found.ok) return found
  const school = await readSchool(db)
  if (!school) throw new Error('a customer package without a school')
  const balance = found.value
  // Before the customer was added there is no package, whatever was dated back to then.
  const rows = balance.existed ? await wholeHistory(db, ref, asOf) : []
  const pending = await pendingInvoices(db, ref)
  const money = MONEY.map((figure) =>
    explanation({ of: 'package', figure }, balance[figure], moneyTerms(figure, balance, rows), school),
  )
  const lines = balance.lines.flatMap((line) =>
    LINE.flatMap((figure) => {
      const value = line[figure]
      if (value === null) return []
      const terms = figure === 'pending' ? pendingTerms(line, pending) : lineTerms(...measured(figure, line), rows)
      return [explanation({ of: 'line', line: line.line, figure }, value, terms, school, line.kind)]
    }),
  )
  return done([...money, ...lines])
}

/** The same for what a statement states: paid, owed, funds, and what is left on each line. */
export function figureSentences(
  stated: Omit<StatementPackage, 'pending' | 'inWords'>,
  rows: readonly HistoryRow[],
  style: MoneyStyle,
): string[] {
  const money = (['paid', 'owed', 'funds'] as const).map((figure) =>
    explanation({ of: 'package', figure }, stated[figure], moneyTerms(figure, stated, rows), style),
  )
  const toPay = stillToPay(stated.lines, stated.funds)
  const rest =
    toPay === stated.owed
      ? []
      : [explanation({ of: 'package', figure: 'toPay' }, toPay, moneyTerms('toPay', stated, rows), style).sentence]
  const lines = stated.lines.map(({ line, kind, name, remaining }) => {
    const terms = lineTerms('remaining', line, 'quantity', rows)
    const { sentence } = explanation({ of: 'line', line, figure: 'remaining' }, remaining, terms, style, kind)
    return `${name}: ${sentence}`
  })
  return [...money.map(({ sentence }) => sentence), ...rest, ...lines]
}

function measured(
  figure: Exclude<LineFigure, 'pending'>,
  { line }: Line,
): ['included' | 'used' | 'remaining', number, 'quantity' | 'dollars'] {
  switch (figure) {
    case 'included':
    case 'used':
    case 'remaining':
      return [figure, line, 'quantity']
    case 'dollarsIncluded':
      return ['included', line, 'dollars']
    case 'dollarsUsed':
      return ['used', line, 'dollars']
    case 'dollarsRemaining':
      return ['remaining', line, 'dollars']
  }
}

function pendingTerms({ line, pending }: Line, invoices: ReadonlyMap<number, number>): Term[] {
  const count = invoices.get(line) ?? 0
  return count === 0 || pending === null
    ? []
    : [{ words: say('explained.on_unpaid_invoices', { count }), value: pending, count }]
}

const HEADS: Readonly<Record<MoneyFigure | LineFigure, string>> = {
  price: say('explained.price'),
  paid: say('explained.paid'),
  owed: say('explained.owed'),
  funds: say('explained.funds'),
  toPay: say('explained.to_pay'),
  included: say('explained.included'),
  used: say('explained.used'),
  remaining: say('explained.left'),
  pending: say('explained.pending'),
  dollarsIncluded: say('explained.included'),
  dollarsUsed: say('explained.used'),
  dollarsRemaining: say('explained.left'),
}

/** @param kind of the line; undefined for the money of the package */
function explanation(figure: Figure, value: number, terms: Term[], style: MoneyStyle, kind?: LineKind): Explanation {
  const isMoney = figure.of === 'package' || figure.figure.startsWith('dollars')
  const text = (number: number) =>
    isMoney || kind === undefined
      ? moneyText(cents(number), style)
      : quantityWithUnit(hundredths(number), kind, style.locale)
  const stated = { number: text(value), name: HEADS[figure.figure] }
  if (terms.length === 0) return { figure, value, terms, sentence: say('explained.nothing_so_far', stated) }
  const [first, ...others] = terms.map((term) => ({ ...term, written: `${text(Math.abs(term.value))} ${term.words}` }))
  const start = first ? `${first.value < 0 ? '− ' : ''}${first.written}` : ''
  const rest = others.map((term) => ` ${term.value < 0 ? '−' : '+'} ${term.written}`).join('')
  return { figure, value, terms, sentence: say('explained.comes_about', { ...stated, terms: `${start}${rest}` }) }
}
