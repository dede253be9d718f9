import type { Explanation, Figure, HistoryRow, LineEffect, PackageBalance } from '../../../shared/contract/packages.ts'
import type { HistoryAction } from '../../../shared/contract/values.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'

export type Term = Explanation['terms'][number]

/** How a term is said; a count and the code that it names are filled in. */
interface Wording {
  readonly key: ExplainedKey
  /** a code that is named */
  readonly code?: string
}

type ExplainedKey = Extract<WordKey, `explained.${string}`>

/** What is left out of an explanation where it adds nothing. */
type Change = readonly [wording: Wording, value: number, ref: string]

/**
 * The terms that a number of the Package Balance is made of, in the order in which a person would say them. They add
 * up to the number.
 * @param rows the history up to the day of the balance, oldest first
 */
export function moneyTerms(
  figure: Extract<Figure, { of: 'package' }>['figure'],
  balance: Pick<PackageBalance, 'price' | 'paid'>,
  rows: readonly HistoryRow[],
): Term[] {
  switch (figure) {
    case 'price':
      return [
        ...rows
          .filter(({ action }) => action === 'added_to_package')
          .flatMap(({ lines }) =>
            lines.map((line) => term({ key: 'explained.for_code', code: line.code }, line.dollarsIncludedChange, 1)),
          ),
        ...terms(
          grouped(
            rows
              .filter(({ action }) => action === 'lapsed')
              .flatMap(({ ref, lines }) =>
                lines.map((line): Change => [{ key: 'explained.lapsed' }, line.dollarsIncludedChange, ref]),
              ),
          ),
        ),
      ]
    case 'paid':
      return terms(grouped(rows.map((row) => [{ key: paidKey(row.action) }, row.paidChange, row.ref])))
    case 'owed':
      return [term({ key: 'explained.price' }, balance.price, 1), term({ key: 'explained.paid' }, -balance.paid, 1)]
    case 'funds':
      return [
        ...(balance.paid === 0 ? [] : [term({ key: 'explained.paid' }, balance.paid, 1)]),
        ...terms(
          grouped(rows.map((row) => [{ key: drawnKey(row.action) }, row.fundsChange - row.paidChange, row.ref])),
        ),
      ]
    case 'toPay':
      return [term({ key: 'explained.owed' }, balance.price - balance.paid, 1), ...terms(notFromFunds(rows))]
  }
}

/**
 * Why what is still to be paid differs from what is owed: what was used without drawing funds, and what was drawn
 * before it was used. Invoice by invoice, so that one that was part paid and then paid counts as a whole.
 */
function notFromFunds(rows: readonly HistoryRow[]): Group[] {
  const byRef = Map.groupBy(rows, ({ action, ref }) => (isOpening(action) ? 'opening' : ref))
  return grouped(
    [...byRef].map(([ref, about]): Change => {
      const value = about.reduce((sum, row) => sum + (row.fundsChange - row.paidChange) + usedBy(row), 0)
      if (ref === 'opening') return [{ key: 'explained.used_before_paid_elsewhere' }, -value, ref]
      return [{ key: value > 0 ? 'explained.paid_otherwise' : 'explained.drawn_ahead' }, -value, ref]
    }),
  )
}

function isOpening(action: HistoryAction): boolean {
  return action === 'opening_use' || action === 'opening_reversed' || action === 'opening_payment'
}

function usedBy({ lines }: HistoryRow): number {
  return lines.reduce((sum, { dollarsUsedChange }) => sum + dollarsUsedChange, 0)
}

/** The same for a number of a line; `measure` reads its quantities or its dollars. */
export function lineTerms(
  figure: 'included' | 'used' | 'remaining',
  line: number,
  measure: 'quantity' | 'dollars',
  rows: readonly HistoryRow[],
): Term[] {
  const included: Change[] = []
  const used: Change[] = []
  for (const row of rows) {
    const effect = row.lines.find((candidate) => candidate.line === line)
    if (!effect) continue
    const sign = figure === 'remaining' ? -1 : 1
    included.push([includedWording(row, effect, figure), changeOf(effect, 'included', measure), row.ref])
    used.push([{ key: usedKey(row.action) }, sign * changeOf(effect, 'used', measure), row.ref])
  }
  switch (figure) {
    case 'included':
      return terms(grouped(included))
    case 'used':
      return terms(grouped(used))
    case 'remaining':
      // What was sold first, then what was used of it, then what was moved.
      return terms(inOrderOf(grouped([...included, ...used])))
  }
}

function changeOf(effect: LineEffect, of: 'included' | 'used', measure: 'quantity' | 'dollars'): number {
  if (of === 'included') return measure === 'quantity' ? effect.includedChange : effect.dollarsIncludedChange
  return measure === 'quantity' ? effect.usedChange : effect.dollarsUsedChange
}

function inOrderOf(groups: readonly Group[]): Group[] {
  const moved = groups.filter(({ wording }) => MOVED.has(wording.key))
  return [...groups.filter((candidate) => !moved.includes(candidate)), ...moved]
}

const MOVED: ReadonlySet<WordKey> = new Set([
  'explained.transferred_in',
  'explained.transferred_out',
  'explained.transferred_to',
  'explained.transferred_from',
])

interface Group {
  readonly wording: Wording
  readonly value: number
  /** of the actions' references, so that an invoice counts once */
  readonly count: number
}

/** One group for each wording. */
function grouped(changes: readonly Change[]): Group[] {
  const groups = Map.groupBy(
    changes.filter(([, value]) => value !== 0),
    ([{ key, code }]) => `${key} ${code ?? ''}`,
  )
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const value = members.reduce((sum, [, change]) => sum + change, 0)
    return [{ wording: first[0], value, count: new Set(members.map(([, , ref]) => ref)).size }]
  })
}

function terms(groups: readonly Group[]): Term[] {
  return groups.map(({ wording, value, count }) => term(wording, value, count))
}

function term({ key, code }: Wording, value: number, count: number): Term {
  return { words: say(key, { count, code: code ?? '' }), value, count }
}

function paidKey(action: HistoryAction): ExplainedKey {
  switch (action) {
    case 'package_payment':
      return 'explained.in_payments'
    case 'package_refund':
      return 'explained.given_back_in_refunds'
    case 'transfer_in':
      return 'explained.transferred_in'
    case 'transfer_out':
      return 'explained.transferred_out'
    case 'package_payment_reversed':
      return 'explained.in_reversed_payments'
    case 'opening_payment':
      return 'explained.brought_over'
    case 'opening_reversed':
      return 'explained.brought_over_taken_back'
    case 'lapsed':
      return 'explained.lapsed'
    default:
      return 'explained.otherwise'
  }
}

function drawnKey(action: HistoryAction): ExplainedKey {
  return action === 'item_invoice_paid' || action === 'item_invoice_part_paid'
    ? 'explained.drawn_by_invoices'
    : givenBackKey(action)
}

function usedKey(action: HistoryAction): ExplainedKey {
  return action === 'item_invoice_paid' ? 'explained.on_paid_invoices' : givenBackKey(action)
}

function givenBackKey(action: HistoryAction): ExplainedKey {
  switch (action) {
    case 'invoice_refund':
      return 'explained.given_back_by_refunds'
    case 'invoice_void':
      return 'explained.given_back_by_voids'
    case 'invoice_delete':
      return 'explained.given_back_by_deletions'
    case 'item_invoice_unpaid':
      return 'explained.pending_again'
    case 'opening_use':
      return 'explained.used_before'
    case 'opening_reversed':
      return 'explained.brought_over_taken_back'
    default:
      return 'explained.otherwise'
  }
}

function includedWording(row: HistoryRow, effect: LineEffect, figure: 'included' | 'used' | 'remaining'): Wording {
  if (row.action === 'hours_adjusted') return { key: 'explained.adjusted' }
  if (row.action === 'lapsed') return { key: 'explained.lapsed' }
  if (row.action !== 'transfer_hours') {
    return { key: figure === 'included' ? 'explained.as_sold' : 'explained.included' }
  }
  const code = row.lines.find(({ line }) => line !== effect.line)?.code ?? say('explained.another_line')
  return effect.includedChange < 0 || (effect.includedChange === 0 && effect.dollarsIncludedChange < 0)
    ? { key: 'explained.transferred_to', code }
    : { key: 'explained.transferred_from', code }
}
