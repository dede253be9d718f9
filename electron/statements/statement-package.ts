import type { HistoryRow } from '../../shared/contract/packages.ts'
import type { Standing, StatementPackage } from '../../shared/contract/statements.ts'
import type { LineKind } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { cents, type Cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'

/** What of a customer package a statement is made from. */
export interface StatedPackage {
  readonly ref: string
  readonly packageCode: string
  readonly packageName: string
  readonly added: BusinessDate
  readonly price: Cents
  readonly lines: readonly {
    readonly line: number
    readonly code: string
    readonly name: string
    readonly kind: LineKind
  }[]
}

/**
 * The statement of one package: where it stood before the period, each action of it, where it stands after. All from
 * the effects of its history alone; throws where opening and movements do not make the closing.
 * @param rows the history up to the day of the statement
 * @param from the first day of the period; null: from the beginning
 */
export function statementPackage(
  pack: StatedPackage,
  rows: readonly HistoryRow[],
  from: BusinessDate | null,
): Omit<StatementPackage, 'lastValid' | 'pending' | 'inWords'> {
  const byDate = rows.toSorted((one, other) => one.date.localeCompare(other.date) || one.entry - other.entry)
  const before = from === null ? [] : byDate.filter(({ date }) => date < from)
  const activity = from === null ? byDate : byDate.filter(({ date }) => date >= from)
  const opening = standing(pack, before)
  const closing = standing(pack, rows)
  const lines = pack.lines.map(({ line, code, name, kind }) => {
    const of = (value: (effect: HistoryRow['lines'][number]) => number) => sumOf(rows, line, value)
    const [included, used] = [of((effect) => effect.includedChange), of((effect) => effect.usedChange)]
    const [dollarsIncluded, dollarsUsed] = [
      of((effect) => effect.dollarsIncludedChange),
      of((effect) => effect.dollarsUsedChange),
    ]
    return {
      line,
      code,
      name,
      kind,
      included: hundredths(included),
      used: hundredths(used),
      remaining: hundredths(included - used),
      dollarsIncluded: cents(dollarsIncluded),
      dollarsUsed: cents(dollarsUsed),
      dollarsRemaining: cents(dollarsIncluded - dollarsUsed),
    }
  })
  const shown = activity.map(movement)
  insistThatItTies(pack.ref, opening, shown, closing)
  return {
    ref: pack.ref,
    packageCode: pack.packageCode,
    packageName: pack.packageName,
    added: pack.added,
    removed: removedOn(byDate),
    price: pack.price,
    paid: closing.paid,
    owed: cents(pack.price - closing.paid),
    funds: closing.funds,
    lines,
    opening,
    activity: shown,
    closing,
  }
}

/** Removed by the last of what says so. */
function removedOn(rows: readonly HistoryRow[]): BusinessDate | null {
  const actions: readonly string[] = ['removed_from_package', 'returned_to_package']
  const last = rows.findLast(({ action }) => actions.includes(action))
  return last?.action === 'removed_from_package' ? last.date : null
}

function movement(row: HistoryRow): StatementPackage['activity'][number] {
  return {
    entry: row.entry,
    date: row.date,
    action: row.action,
    ref: row.ref,
    amount: row.amount,
    note: row.note,
    paidChange: row.paidChange,
    fundsChange: row.fundsChange,
    lines: row.lines.map((effect) => ({
      line: effect.line,
      code: effect.code,
      remainingChange: hundredths(effect.includedChange - effect.usedChange),
      dollarsRemainingChange: cents(effect.dollarsIncludedChange - effect.dollarsUsedChange),
    })),
  }
}

function standing(pack: StatedPackage, rows: readonly HistoryRow[]): Standing {
  return {
    paid: cents(rows.reduce((sum, { paidChange }) => sum + paidChange, 0)),
    funds: cents(rows.reduce((sum, { fundsChange }) => sum + fundsChange, 0)),
    lines: pack.lines.map(({ line }) => ({
      line,
      remaining: hundredths(sumOf(rows, line, (effect) => effect.includedChange - effect.usedChange)),
      dollarsRemaining: cents(sumOf(rows, line, (effect) => effect.dollarsIncludedChange - effect.dollarsUsedChange)),
    })),
  }
}

function sumOf(rows: readonly HistoryRow[], line: number, value: (effect: HistoryRow['lines'][number]) => number) {
  let sum = 0
  for (const row of rows) for (const effect of row.lines) if (effect.line === line) sum += value(effect)
  return sum
}

/** What is printed must add up for whoever adds it up. */
function insistThatItTies(
  ref: string,
  opening: Standing,
  activity: StatementPackage['activity'],
  closing: Standing,
): void {
  const moved = (value: (action: StatementPackage['activity'][number]) => number) =>
    activity.reduce((sum, action) => sum + value(action), 0)
  const money =
    opening.paid + moved(({ paidChange }) => paidChange) === closing.paid &&
    opening.funds + moved(({ fundsChange }) => fundsChange) === closing.funds
  const lines = closing.lines.every(({ line, remaining, dollarsRemaining }) => {
    const before = opening.lines.find((candidate) => candidate.line === line)
    const quantity = moved(({ lines: effects }) => sumLine(effects, line, (effect) => effect.remainingChange))
    const dollars = moved(({ lines: effects }) => sumLine(effects, line, (effect) => effect.dollarsRemainingChange))
    return (
      (before?.remaining ?? 0) + quantity === remaining &&
      (before?.dollarsRemaining ?? 0) + dollars === dollarsRemaining
    )
  })
  if (!money || !lines) throw new Error(`the statement of ${ref} does not add up`)
}

type LineMovement = StatementPackage['activity'][number]['lines'][number]

function sumLine(effects: readonly LineMovement[], line: number, value: (effect: LineMovement) => number): number {
  return effects.filter((effect) => effect.line === line).reduce((sum, effect) => sum + value(effect), 0)
}
